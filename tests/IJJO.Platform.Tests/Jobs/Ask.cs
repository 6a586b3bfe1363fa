using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using IJJO.Platform.Jobs;

namespace IJJO.Platform.Tests;

/// <summary>Asks for jobs as another host of the site does.</summary>
internal static class Ask
{
    /// <summary>Jobs of the fixture module, one for each argument.</summary>
    internal static void ForTicks(string database, params IEnumerable<string> arguments)
    {
        foreach (var argument in arguments) ForJob(database, "good", "tick", argument);
    }

    /// <summary>Any job, there or not.</summary>
    /// <returns>Hangfire's number of it.</returns>
    internal static string ForJob(string database, string module, string job, string? argument = null)
    {
        var storage = new PostgreSqlStorage(new NpgsqlConnectionFactory(database, new() { SchemaName = "hangfire", PrepareSchemaIfNecessary = false }));
        return new BackgroundJobClient(storage).Enqueue<ModuleJobRunner>(runner => runner.RunAsync(module, job, argument, CancellationToken.None));
    }
}
