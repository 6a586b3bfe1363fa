using System.Text.Json;
using IJJO.Platform.Events;
using IJJO.Platform.Testing;
using IJJO.Submissions.Intake;
using IJJO.Submissions.Proposals;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Submissions.Tests;

/// <summary>A host with this module alone unless others are named, and what its visitors do.</summary>
public sealed class SubmissionsHost : IAsyncLifetime
{
    public TestHost Host { get; private set; } = null!;

    internal string[] Modules { get; init; } = ["submissions"];

    // All tests come from one address, which would soon be suspicious.
    public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(Modules, ["Submissions:ProposalsPerDay=1000"]);

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>A complete and ordinary form, opened a minute ago.</summary>
    public IReadOnlyList<(string Name, string Value)> Filled(string email, params (string Name, string Value)[] changed)
    {
        (string Name, string Value)[] usual =
        [
            ("FormToken", Token(TimeSpan.FromMinutes(1))), ("Kind", "individual"), ("Name", "Ana Ruiz"), ("Email", email), ("Country", "ES"), ("Language", "en"),
            ("Proposal", "A network of mediators in five cities."), ("Themes", "mediation"), ("LinesOfWork", "networks"), ("Consents", "evaluate"), ("Adult", "true"),
        ];
        return [.. usual.Where(field => changed.All(change => change.Name != field.Name)), .. changed];
    }

    /// <summary>A token as the form had it some time ago.</summary>
    internal string Token(TimeSpan age) => new FormTokens(Host.Services.GetRequiredService<IDataProtectionProvider>(), new Earlier(age)).Issue();

    public async Task<TestPage> SendAsync(string email, params (string Name, string Value)[] changed)
    {
        var browser = Host.Browser();
        return await browser.SubmitAsync(await browser.OpenAsync("/en/collaborate"), Filled(email, changed), "#collaborate");
    }

    /// <summary>Sends a form, and confirms it by the mailed link.</summary>
    /// <returns>The address of the status page.</returns>
    public async Task<string> SendAndConfirmAsync(string email, params (string Name, string Value)[] changed)
    {
        await SendAsync(email, changed);
        var link = (await MailsAsync(email))[^1].Link;
        var browser = Host.Browser();
        await browser.SubmitAsync(await browser.OpenAsync(link), [], "#confirm");
        return link;
    }

    /// <summary>The mails that were asked for, oldest first.</summary>
    internal async Task<IReadOnlyList<AskedMail>> MailsAsync(string email)
    {
        var asked = await DbAsync(db => db.Set<OutboxRow>().Where(row => row.Name == "platform.mail-requested.v1").OrderBy(row => row.Id).Select(row => row.Payload).ToListAsync());
        return [.. asked.Select(json => JsonSerializer.Deserialize<JsonElement>(json)).Where(mail => mail.GetProperty("toAddress").GetString() == email.ToLowerInvariant()).Select(AskedMail.Of)];
    }

    internal Task<T> DbAsync<T>(Func<SubmissionsDb, Task<T>> ask) => Host.InScopeAsync(ask);

    internal Task<Proposal> ProposalAsync(string email) => DbAsync(db => db.Proposals.AsNoTracking().SingleAsync(p => p.Email == email));

    internal Task<List<string>> EventsAsync(string name, string containing) => DbAsync(async db =>
        (await db.Set<OutboxRow>().Where(row => row.Name == name).OrderBy(row => row.Id).Select(row => row.Payload).ToListAsync()).Where(json => json.Contains(containing)).ToList());

    private sealed class Earlier(TimeSpan age) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - age;
    }
}

/// <summary>A mail that the module asked for.</summary>
internal sealed record AskedMail(string Template, string Language, JsonElement Model)
{
    public string Link => Model.GetProperty("link").GetString()!;

    public static AskedMail Of(JsonElement mail) => new(mail.GetProperty("template").GetString()!, mail.GetProperty("language").GetString()!, mail.GetProperty("model"));
}
