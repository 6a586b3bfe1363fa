using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IJJO.Platform.Data;

/// <summary>How every context of the platform and of the modules reaches its schema.</summary>
internal static class ModuleData
{
    internal const string HistoryTable = "__migrations";

    internal static void Options(DbContextOptionsBuilder options, NpgsqlDataSource source, string schema, Type context) => options
        .UseNpgsql(source, npgsql => npgsql
            .MigrationsAssembly(context.Assembly)
            .MigrationsHistoryTable(HistoryTable, schema))
        .UseSnakeCaseNamingConvention();

    internal static void AddModuleData(this IServiceCollection services, IEnumerable<ModuleInfo> modules)
    {
        foreach (var module in modules)
        {
            foreach (var database in module.Declared<DatabaseDeclaration>())
            {
                var schema = ModuleAttribute.Of(module.Assembly).Schema;
                database.Register(services, (provider, options) =>
                    Options(options, provider.GetRequiredService<NpgsqlDataSource>(), schema, database.Context));
            }
        }
    }
}
