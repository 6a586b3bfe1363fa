using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OData;
using Microsoft.AspNetCore.OData.Query;
using Microsoft.AspNetCore.OData.Routing.Controllers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.OData.ModelBuilder;
using Npgsql;

namespace IJJO.Platform.Benchmarks;

/// <summary>The same list without the platform: written by hand, and with AspNetCoreOData.</summary>
internal static class PlainApps
{
    /// <summary>Starts a bare host with both.</summary>
    /// <param name="database">The database.</param>
    /// <param name="isTuned">Whether contexts are pooled and statements prepared, as in the site; else everything is as the documentation of the libraries shows it.</param>
    internal static async Task<WebApplication> StartAsync(string database, bool isTuned)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { MaxAutoPrepare = isTuned ? 100 : 0 });
        builder.Services.AddSingleton(_ => source);
        if (isTuned) builder.Services.AddDbContextPool<PlainDb>(Options);
        else builder.Services.AddDbContext<PlainDb>(Options);
        var model = new ODataConventionModelBuilder();
        model.EntitySet<PlainItem>("Items");
        builder.Services.AddControllers().AddOData(odata => odata.EnableQueryFeatures(100).AddRouteComponents("plain", model.GetEdmModel()));
        var app = builder.Build();
        app.MapControllers();
        app.MapGet("/hand/Items", ByHandAsync);
        await app.StartAsync();
        return app;

        void Options(DbContextOptionsBuilder options) => options.UseNpgsql(source).UseSnakeCaseNamingConvention();
    }

    private static async Task ByHandAsync(HttpContext http, NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("""
            SELECT id, title, state, country, score, received_at FROM listing.items
            WHERE state = $1 ORDER BY received_at DESC, id LIMIT 25
            """);
        command.Parameters.Add(new() { Value = "new" });
        await using var rows = await command.ExecuteReaderAsync(http.RequestAborted);
        http.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteStartArray("value");
        while (await rows.ReadAsync(http.RequestAborted))
        {
            json.WriteStartObject();
            json.WriteString("Id", rows.GetGuid(0));
            json.WriteString("Title", rows.GetString(1));
            json.WriteString("State", rows.GetString(2));
            json.WriteString("Country", rows.GetString(3));
            json.WriteNumber("Score", rows.GetInt32(4));
            json.WriteString("ReceivedAt", rows.GetDateTime(5));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(http.RequestAborted);
    }
}

/// <summary>The textbook's controller.</summary>
public sealed class ItemsController(PlainDb db) : ODataController
{
    [HttpGet("plain/Items")]
    [EnableQuery(PageSize = 100)]
    public IQueryable<PlainItem> Get() => db.Items.AsNoTracking();
}

/// <summary>The table of the fixture module, without the platform.</summary>
public sealed class PlainDb(DbContextOptions<PlainDb> options) : DbContext(options)
{
    public DbSet<PlainItem> Items => Set<PlainItem>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<PlainItem>().ToTable("items", "listing");
}

public sealed class PlainItem
{
    public Guid Id { get; init; }
    public required string Title { get; init; }
    public required string State { get; init; }
    public required string Country { get; init; }
    public string? Summary { get; init; }
    public int Score { get; init; }
    public decimal Amount { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    public string[] Topics { get; init; } = [];
}
