using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IJJO.Platform.Audit;
using IJJO.Platform.OData;
using IJJO.Platform.Testing;
using IJJO.Platform.Tests.OData;
using IJJO.Platform.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

[assembly: AssemblyFixture(typeof(ShelfSite))]

namespace IJJO.Platform.Tests.OData;

/// <summary>A site with two services whose keys begin alike, over one database; who asks is said in a header.</summary>
public sealed class ShelfSite : IAsyncLifetime
{
    private WebApplication _app = null!;

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        var database = await TestServer.NewDatabaseAsync();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var catalog = Catalog();
        builder.Services.AddSingleton(catalog);
        builder.Services.AddSingleton<ModuleTexts>();
        builder.Services.AddSingleton<Texts>();
        builder.Services.AddLocalization();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<ICurrentUser, HeaderUser>();
        builder.Services.AddScoped<IAudit, NoAudit>();
        builder.Services.AddSingleton<IVocabularies, NoVocabularies>();
        var source = NpgsqlDataSource.Create(database);
        builder.Services.AddSingleton(_ => new Database(source, source, source, null));
        builder.Services.AddSingleton(_ => source);
        builder.Services.AddDbContextPool<ShelfDb>(options => options.UseNpgsql(database).UseSnakeCaseNamingConvention());
        builder.Services.Scan(scan => scan.FromAssemblyOf<ShelfSite>()
            .AddClasses(classes => classes.AssignableToAny(typeof(ICommandHandler<>), typeof(IQueryHandler<,>), typeof(IRowsHandler<,>)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime());
        builder.Services.AddPlatformOData(catalog);
        _app = builder.Build();
        _app.UseRequestLocalization(options => options.AddSupportedCultures("en", "es", "fr").AddSupportedUICultures("en", "es", "fr"));
        _app.MapPlatformOData();
        _app.UseRouting();
        await using (var scope = _app.Services.CreateAsyncScope()) await Books.SeedAsync(scope.ServiceProvider.GetRequiredService<ShelfDb>());
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient { BaseAddress = new Uri(address + "/odata/") };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>Asks as a reader with the permissions; nobody in particular without any.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, string permissions = "fixture.read fixture.all", string name = "ana", params (string, string)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (permissions.Length > 0) request.Headers.Add("X-Permissions", permissions);
        if (permissions.Length > 0) request.Headers.Add("X-Name", name);
        if (body is not null) request.Content = JsonContent.Create(body);
        foreach (var (header, value) in headers) request.Headers.TryAddWithoutValidation(header, value);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> GetAsync(string path, string permissions = "fixture.read fixture.all", string name = "ana")
    {
        using var response = await SendAsync(HttpMethod.Get, path, permissions: permissions, name: name);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The error of a refused request, which must be an OData error with a code and nothing of our insides.</summary>
    public static async Task<JsonElement> ErrorAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("{\"error\":", text);
        Assert.DoesNotContain("   at ", text);
        Assert.DoesNotContain("innererror", text);
        Assert.DoesNotContain("SELECT ", text);
        var error = JsonDocument.Parse(text).RootElement.GetProperty("error");
        Assert.NotEmpty(error.GetProperty("code").GetString()!);
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        return error;
    }

    private static IModuleCatalog Catalog()
    {
        EntitySetDeclaration Set<TRow>(string name, Func<ShelfDb, ICurrentUser, IQueryable<TRow>> query, string? permission, Action<Board<TRow>> describe) where TRow : class
        {
            var builder = new Builder();
            builder.EntitySet(name, query, permission, describe);
            return builder.Declared.OfType<EntitySetDeclaration>().Single();
        }

        ModuleInfo Module(string key, params ModuleDeclaration[] declarations) => new(key, key, "1.0.0", typeof(ShelfSite).Assembly, declarations);
        return new TestCatalog(
        [
            Module("work", Set<BookRow>("Books", BookRow.Query, "fixture.read", BookRow.Describe), Set<MarkRow>("Marks", MarkRow.Query, null, _ => { }), Set<SlowRow>("Slow", SlowRow.Query, "fixture.read", _ => { }),
                Set<LoanRow>("Loans", LoanRow.Query, "fixture.loans", LoanRow.Describe)),
            Module("work-groups", Set<BookRow>("Books", BookRow.Query, "fixture.read", BookRow.Describe)),
        ]);
    }

    private sealed record TestCatalog(IReadOnlyList<ModuleInfo> Running) : IModuleCatalog
    {
        public IReadOnlyList<ModuleOff> Off => [];
    }

    private sealed class Builder : IModuleBuilder
    {
        public List<ModuleDeclaration> Declared { get; } = [];
        public string Key => "fixture";
        public System.Reflection.Assembly Assembly => typeof(ShelfSite).Assembly;
        public IServiceCollection Services { get; } = new ServiceCollection();

        public IModuleBuilder Declare(ModuleDeclaration declaration)
        {
            Declared.Add(declaration);
            return this;
        }
    }

    private sealed class NoAudit : IAudit
    {
        public Task DidAsync(string command, object? target, CancellationToken cancel) => Task.CompletedTask;
        public Task OpenedAsync(string record, object target, CancellationToken cancel) => Task.CompletedTask;
    }

    private sealed class NoVocabularies : IVocabularies
    {
        public IReadOnlyList<Term> Terms(string vocabulary) => [];
        public Term? Find(string vocabulary, string id) => null;
    }

    private sealed class HeaderUser(IHttpContextAccessor http) : ICurrentUser
    {
        private string[] Permissions => http.HttpContext?.Request.Headers["X-Permissions"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        public Guid? StaffId => Permissions.Length > 0 ? new(Encoding.ASCII.GetBytes(Name.PadRight(16)[..16])) : null;
        public Guid? PartyId => null;
        public string Name => http.HttpContext?.Request.Headers["X-Name"].ToString() ?? "";
        public string Language => "en";
        public bool Has(string permission) => Permissions.Contains(permission);
    }
}
