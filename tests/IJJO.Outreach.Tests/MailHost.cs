using System.Collections.Concurrent;
using System.Reflection;
using IJJO.Outreach.Deliveries;
using IJJO.Outreach.Requests;
using IJJO.Platform;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace IJJO.Outreach.Tests;

/// <summary>The mail path of the module on a database of its own, without the rest of a host: the test rings the bell.</summary>
internal sealed class MailHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private MailHost(ServiceProvider services) => _services = services;

    internal MailPump Pump => _services.GetRequiredService<MailPump>();

    private static async Task<MailHost> StartAsync(string connectionString, params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IHostEnvironment>(new HostEnvironment());
        services.AddSingleton<ISite, TestSite>();
        services.AddSingleton<IModuleCatalog, TestCatalog>();
        services.AddSingleton<IJobs, SilentJobs>();
        services.AddSingleton(NpgsqlDataSource.Create(connectionString));
        services.AddDbContextPool<OutreachDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.MigrationsHistoryTable("__migrations", "outreach")).UseSnakeCaseNamingConvention());
        services.AddMail();
        services.AddScoped<WhenMailRequested>();
        var host = new MailHost(services.BuildServiceProvider());
        await host.WithAsync<OutreachDb>(db => db.Database.MigrateAsync());
        return host;
    }

    internal static async Task<MailHost> StartAsync(SmtpSink sink, string? database = null) => await StartAsync(
        database ?? await TestServer.NewDatabaseAsync(), ("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:Port", sink.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Mail:Smtp:Security", "none"));

    internal async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    internal Task WithAsync<TService>(Func<TService, Task> use) where TService : notnull =>
        WithAsync<TService, bool>(async service =>
        {
            await use(service);
            return true;
        });

    /// <summary>Asks for a mail as a module does, and lets this module handle it.</summary>
    internal Task RequestAsync(string to, string intent = "1", object? model = null, string template = "outreach.offer-action") => WithAsync<WhenMailRequested>(handler =>
        handler.HandleAsync(
            new MailRequested(template, intent, to, "Ana Ruiz", "es", Templates.TemplateModel.From(model ?? Model.Offer), Guid.NewGuid(), null), CancellationToken.None));

    internal Task<List<Delivery>> DeliveriesAsync() => WithAsync<OutreachDb, List<Delivery>>(db => db.Deliveries.AsNoTracking().OrderBy(d => d.Id).ToListAsync());

    internal Task<List<string>> JournalAsync(Guid delivery) =>
        WithAsync<OutreachDb, List<string>>(db => db.Journal.Where(j => j.DeliveryId == delivery).OrderBy(j => j.Id).Select(j => j.State).ToListAsync());

    /// <summary>Makes every waiting delivery due, as the passing of time would.</summary>
    internal Task PassTimeAsync() => SqlAsync("UPDATE outreach.delivery SET next_try_at = now() - interval '1 second' WHERE state IN ('queued', 'deferred')");

    internal Task SqlAsync(string sql) => WithAsync<OutreachDb>(db => db.Database.ExecuteSqlRawAsync(sql));

    internal Task<int> RecoverAsync() => WithAsync<Ledger, int>(ledger => ledger.RecoverAsync(CancellationToken.None));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class HostEnvironment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Development";
        public string ApplicationName { get; set; } = "tests";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }

    private sealed class SilentJobs : IJobs
    {
        public void Enqueue<TJob>(string? argument = null) where TJob : IJob
        {
        }

        public void Schedule<TJob>(DateTimeOffset at, string? argument = null) where TJob : IJob
        {
        }
    }
}

internal sealed class TestSite : ISite
{
    public Organisation Organisation { get; } = new(
        new Dictionary<string, string> { ["en"] = "Observatory", ["es"] = "Observatorio", ["fr"] = "Observatoire" }, "OBS", "Observatory", "1 Rue Haute\n1000 Brussels", "",
        "contact@observatory.example", new Dictionary<string, string>());

    public IReadOnlyList<string> Languages { get; } = ["en", "es", "fr"];

    public Uri Address(string path) => new(new Uri("https://observatory.example"), path);
}

/// <summary>This module and, as another one's, the assembly of these tests.</summary>
internal sealed class TestCatalog : IModuleCatalog
{
    public IReadOnlyList<ModuleInfo> Running { get; } =
    [
        new("outreach", "Outreach", "1.0.0", typeof(OutreachModule).Assembly, []),
        new("tests", "Tests", "1.0.0", Assembly.GetExecutingAssembly(), []),
    ];

    public IReadOnlyList<ModuleOff> Off => [];
}

internal static class Model
{
    internal static readonly object Offer = new
    {
        name = "Ana Ruiz", entityName = (string?)null, reference = "S-2026-00001", action = "Revisión por pares", groupTitle = "Justicia restaurativa",
        reason = "Su experiencia con programas locales.", answerLink = "https://observatory.example/es/answer/abc_def-1",
    };
}
