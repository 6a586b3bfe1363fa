using IJJO.Platform.Data;
using IJJO.Platform.Events;
using IJJO.Platform.Health;
using IJJO.Platform.Home;
using IJJO.Platform.Identity;
using IJJO.Platform.Jobs;
using IJJO.Platform.Loading;
using IJJO.Platform.OData;
using IJJO.Platform.Outgoing;
using IJJO.Platform.Seeding;
using IJJO.Platform.Site;
using IJJO.Platform.Timeline;
using IJJO.Platform.Vocabularies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IJJO.Platform;

/// <summary>The calls by which a host becomes the platform.</summary>
public static class PlatformHosting
{
    /// <summary>
    /// Begins what nothing has to be read for, and does not wait: most of a start is the runtime making ready what it runs for the first time, one thing after the
    /// other. EF Core's and Npgsql's share of it is done on another core. It connects to nothing.
    /// </summary>
    public static void WarmUp() => ThreadPool.UnsafeQueueUserWorkItem(_ =>
    {
        using var nobody = NpgsqlDataSource.Create("Host=localhost");
        var options = new DbContextOptionsBuilder<PlatformDb>();
        ModuleData.Options(options, nobody, "platform", typeof(PlatformDb));
        using var db = new PlatformDb(options.Options);
        _ = db.Terms.AsNoTracking().OrderBy(term => term.SortOrder).ToQueryString();
    }, null);

    /// <summary>Opens the database, loads and migrates the modules, and registers everything.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="cancel">Cancels the start.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="PlatformStartException">The host cannot start; the message says what to do.</exception>
    public static async Task<WebApplicationBuilder> AddPlatformAsync(this WebApplicationBuilder builder, CancellationToken cancel = default)
    {
        builder.AddPlatformLogging();
        using var startLogging = builder.StartLogging();
        var log = startLogging.CreateLogger("IJJO.Platform.Start");

        PortCheck.Run(builder.Configuration);
        var options = PlatformOptions.From(builder.Configuration, builder.Environment);
        var database = await Database.OpenAsync(builder.Configuration, builder.Environment, options, log, cancel);
        var catalog = ModuleLoader.Load(options.ModulesFolder, log);
        await MigrateModules.RunAsync(catalog, database.Source, log, cancel);

        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(_ => database);
        services.AddSingleton(provider => provider.GetRequiredService<Database>().Source);
        services.AddSingleton(catalog);
        services.AddSingleton<IModuleCatalog>(catalog);
        services.AddSingleton(TimeProvider.System);
        services.AddModuleData(catalog.Running);
        foreach (var module in catalog.Loaded)
        {
            foreach (var service in module.Services) services.Add(service);
        }

        services.AddDataProtection().SetApplicationName("IJJO.Platform").PersistKeysToDbContext<PlatformDb>();
        services.AddLocalization(localization => localization.ResourcesPath = "Resources");
        services.AddSingleton<Texts>();
        services.AddSnapshot<ISite, SiteSettings>();
        services.AddSnapshot<IVocabularies, VocabularyCache>();
        services.AddScoped<TermStore>();
        services.AddScoped<ITimeline, Timeline.Timeline>();
        services.AddScoped<WaitingDuties>();
        services.AddPlatformEvents(options.IsWorker);
        services.AddPlatformJobs(options.IsWorker);
        services.AddPlatformHealth(catalog);
        services.AddPlatformTelemetry(builder.Configuration);
        services.AddSingleton<Startup>();
        services.AddHostedService<SnapshotRefresh>();
        if (builder.Environment.IsDevelopment() && options.IsWeb) services.AddHostedService<Addresses>();
        if (options.SampleData && options.IsWorker) services.AddHostedService<SampleSeeding>();
        services.TryAddScoped<IMailer, OutboxMailer>();
        services.AddPlatformIdentity(builder.Configuration, builder.Environment);
        services.AddPlatformOData(catalog);
        builder.AddPlatformWeb();
        return builder;
    }

    /// <summary>Seeds reference data, then maps pages, services, health and the security headers around them.</summary>
    /// <typeparam name="THost">Any type of the host's assembly, whose pages are mapped too.</typeparam>
    /// <param name="app">The host.</param>
    /// <param name="cancel">Cancels the start.</param>
    /// <returns>The host, ready to run.</returns>
    public static async Task<WebApplication> MapPlatformAsync<THost>(this WebApplication app, CancellationToken cancel = default)
    {
        await app.Services.GetRequiredService<Startup>().RunAsync(cancel);
        app.MapPlatformWeb(typeof(THost).Assembly);
        return app;
    }

    private static void AddSnapshot<TService, TImplementation>(this IServiceCollection services)
        where TService : class where TImplementation : class, TService, ISnapshot
    {
        services.AddSingleton<TImplementation>();
        services.AddSingleton<TService>(provider => provider.GetRequiredService<TImplementation>());
        services.AddSingleton<ISnapshot>(provider => provider.GetRequiredService<TImplementation>());
    }

    private static void AddPlatformEvents(this IServiceCollection services, bool isWorker)
    {
        services.AddSingleton<Subscriptions>();
        if (!isWorker) return;
        services.AddSingleton<EventHandling>();
        services.AddSingleton<TimelineProjection>();
        services.AddSingleton<EventBell>();
        services.AddHostedService(provider => provider.GetRequiredService<EventBell>());
        services.AddHostedService<EventDispatcher>();
    }
}
