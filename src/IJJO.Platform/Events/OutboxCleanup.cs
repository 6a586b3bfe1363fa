using Npgsql;

namespace IJJO.Platform.Events;

/// <summary>Removes delivered events and their inbox rows after 30 days; the timeline keeps the story.</summary>
internal sealed class OutboxCleanup(IModuleCatalog catalog, NpgsqlDataSource source) : IJob
{
    public async Task RunAsync(string? argument, CancellationToken cancel)
    {
        foreach (var schema in catalog.Running.Where(m => m.Declared<DatabaseDeclaration>().Any()).Select(m => ModuleAttribute.Of(m.Assembly).Schema))
        {
            await using var clean = source.CreateCommand($"""
                DELETE FROM "{schema}".__outbox WHERE done_at < now() - interval '30 days';
                DELETE FROM "{schema}".__inbox WHERE handled_at < now() - interval '60 days';
                """);
            await clean.ExecuteNonQueryAsync(cancel);
        }
    }
}
