using IJJO.Platform.Host;
using IJJO.Platform.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IJJO.Platform.Testing;

/// <summary>The real host, in this process, with chosen modules, on a free port and a database of its own.</summary>
/// <example><code>
/// await using var host = await TestHost.StartAsync(["submissions"]);
/// var page = await host.Browser().OpenAsync("/en/collaborate");
/// </code></example>
public sealed class TestHost : IAsyncDisposable
{
    // Every host begins with the platform's own tables and terms: made once in a process, then copied.
    private static readonly Lazy<Task<string>> Template = new(async () =>
    {
        var database = await TestServer.NewDatabaseAsync();
        await using var host = await StartAsync([], connectionString: database);
        return new NpgsqlConnectionStringBuilder(database).Database!;
    });

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private TestHost(WebApplication app, DirectoryInfo folder, string connectionString)
    {
        _app = app;
        _folder = folder;
        ConnectionString = connectionString;
        Address = new Uri(app.Urls.First());
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Its database.</summary>
    public string ConnectionString { get; }

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The folder that it keeps files in, such as mails.</summary>
    public string DataFolder => Path.Combine(_folder.FullName, "data");

    /// <summary>Starts a host.</summary>
    /// <param name="modules">The keys of shipped modules, or full paths of module folders.</param>
    /// <param name="settings">Further settings as <c>Section:Key=value</c>.</param>
    /// <param name="connectionString">An existing database; <c>null</c> for a fresh one, in which the platform itself has been before.</param>
    /// <param name="configure">A last word on the builder, for replacing services.</param>
    /// <returns>The running host.</returns>
    public static async Task<TestHost> StartAsync(
        IEnumerable<string> modules, IEnumerable<string>? settings = null, string? connectionString = null, Action<WebApplicationBuilder>? configure = null)
    {
        var folder = Directory.CreateTempSubdirectory("ijjo-host-");
        var modulesFolder = folder.CreateSubdirectory("modules");
        foreach (var module in modules) ModuleCopy.Into(modulesFolder.FullName, module);

        connectionString ??= await TestServer.NewDatabaseAsync(await Template.Value);
        string[] args =
        [
            "--environment=Development", "--applicationName=IJJO.Platform.Host", "--Urls=http://127.0.0.1:0", $"--contentRoot={TestPlaces.HostFolder}",
            $"--ConnectionStrings:Platform={connectionString}", $"--Platform:ModulesFolder={modulesFolder.FullName}",
            $"--Platform:DataFolder={Path.Combine(folder.FullName, "data")}", "--Platform:SampleData=false", "--RateLimits:OData=1000000", "--Logging:LogLevel:Default=Warning",
            .. (settings ?? []).Select(setting => "--" + setting),
        ];
        var app = await HostApplication.CreateAsync(args, builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Services.PostConfigure<AuthenticationOptions>(authentication =>
            {
                if (authentication.Schemes.All(s => s.Name != TestAuthentication.Scheme)) authentication.AddScheme<TestAuthentication>(TestAuthentication.Scheme, null);
                TestAuthentication.Fallback = authentication.DefaultScheme;
                authentication.DefaultScheme = authentication.DefaultAuthenticateScheme = TestAuthentication.Scheme;
            });
            configure?.Invoke(builder);
        });
        await app.StartAsync();
        return new TestHost(app, folder, connectionString);
    }

    /// <summary>A client that keeps cookies and reads pages as a browser without script does.</summary>
    /// <param name="person">Who it is signed in as; <c>null</c> for a visitor.</param>
    /// <returns>The client.</returns>
    public TestBrowser Browser(TestPerson? person = null) => new(Address, person);

    /// <summary>Gives a person of staff an account and a role with their permissions: what is done for them while they are away asks for these again.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The same person.</returns>
    public async Task<TestPerson> WithAccountAsync(TestPerson person)
    {
        await InScopeAsync<IdentityDb>(async db =>
        {
            var account = StaffAccount.Create(person.Name, $"{person.StaffId:N}@example.org", "en", DateTimeOffset.UtcNow, person.StaffId);
            (account.SecurityStamp, account.NormalizedEmail) = (account.Id.ToString(), account.Email!.ToUpperInvariant());
            var role = new StaffRole { Id = Guid.CreateVersion7(), Name = $"Role of {account.Id}", NormalizedName = $"ROLE OF {account.Id}" };
            db.AddRange(account, role);
            await db.SaveChangesAsync();
            db.Add(new IdentityUserRole<Guid> { UserId = account.Id, RoleId = role.Id });
            db.AddRange(person.Permissions.Select(permission => new IdentityRoleClaim<Guid> { RoleId = role.Id, ClaimType = StaffRole.Permission, ClaimValue = permission }));
            await db.SaveChangesAsync();
        });
        return person;
    }

    /// <summary>Runs something in a scope of the host's services.</summary>
    /// <typeparam name="TService">The service it needs.</typeparam>
    /// <param name="act">What to do.</param>
    /// <returns>A task.</returns>
    public async Task InScopeAsync<TService>(Func<TService, Task> act) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Asks something in a scope of the host's services.</summary>
    /// <typeparam name="TService">The service it needs.</typeparam>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="ask">What to ask.</param>
    /// <returns>The answer.</returns>
    public async Task<T> InScopeAsync<TService, T>(Func<TService, Task<T>> ask) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Publishes an event as another module would, from the platform's own outbox.</summary>
    /// <param name="event">A record with <see cref="EventNameAttribute"/>.</param>
    /// <returns>A task that ends when it is stored; poll for what it causes.</returns>
    public Task PublishAsync(object @event) => InScopeAsync<Data.PlatformDb>(async db =>
    {
        db.Publish(@event);
        await db.SaveChangesAsync();
    });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
