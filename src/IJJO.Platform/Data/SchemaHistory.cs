using System.Reflection;
using IJJO.Platform.Identity;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace IJJO.Platform.Data;

/// <summary>
/// The migrations that an assembly has for a context, compared by name with those that its schema has been through: without building the EF model, which
/// saves a start with nothing to do most of its time and lets <c>/readyz</c> ask as often as a monitor likes.
/// </summary>
internal sealed class SchemaHistory(Type context, string schema)
{
    private readonly string[] _wanted =
    [
        .. context.Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>(),
    ];

    internal string Schema => schema;

    /// <summary>The schemas of a module; the platform has that of the accounts too, which is not declared.</summary>
    internal static IEnumerable<SchemaHistory> Of(ModuleInfo module)
    {
        var declared = module.Declared<DatabaseDeclaration>().Select(database => new SchemaHistory(database.Context, ModuleAttribute.Of(module.Assembly).Schema));
        return module.Key == "platform" ? declared.Append(new(typeof(IdentityDb), IdentityDb.Schema)) : declared;
    }

    /// <summary>The migrations that the schema lacks: all of them when it is not there.</summary>
    internal async Task<IReadOnlyList<string>> MissingAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        var applied = new HashSet<string>();
        try
        {
            await using var read = source.CreateCommand($"SELECT migration_id FROM \"{schema}\".\"{ModuleData.HistoryTable}\"");
            await using var rows = await read.ExecuteReaderAsync(cancel);
            while (await rows.ReadAsync(cancel)) applied.Add(rows.GetString(0));
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
        }

        return [.. _wanted.Where(migration => !applied.Contains(migration))];
    }
}
