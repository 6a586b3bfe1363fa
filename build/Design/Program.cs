using IJJO.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// "dotnet ef" builds this host to find the contexts; the database is never opened.
var host = Host.CreateDefaultBuilder(args).ConfigureServices(services =>
{
    // The version of Identity's tables that has passkeys; the context reads it from these options and from nowhere else.
    services.Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
    foreach (var context in DesignContexts.All)
    {
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        options
            .UseNpgsql("Host=design-time-only", npgsql => npgsql.MigrationsAssembly(context.Assembly).MigrationsHistoryTable("__migrations", DesignContexts.SchemaOf(context)))
            .UseSnakeCaseNamingConvention();
        services.AddScoped(context, provider => Activator.CreateInstance(context, options.UseApplicationServiceProvider(provider).Options)!);
        services.AddSingleton(typeof(DbContextOptions), options.Options);
    }
}).Build();
await host.RunAsync();
