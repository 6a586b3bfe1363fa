using IJJO.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// "dotnet ef" builds this host to find the contexts; the database is never opened.
var host = Host.CreateDefaultBuilder(args).ConfigureServices(services =>
{
    foreach (var context in DesignContexts.All)
    {
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        options
            .UseNpgsql("Host=design-time-only", npgsql => npgsql.MigrationsAssembly(context.Assembly).MigrationsHistoryTable("__migrations", DesignContexts.SchemaOf(context)))
            .UseSnakeCaseNamingConvention();
        services.AddScoped(context, _ => Activator.CreateInstance(context, options.Options)!);
        services.AddSingleton(typeof(DbContextOptions), options.Options);
    }
}).Build();
await host.RunAsync();
