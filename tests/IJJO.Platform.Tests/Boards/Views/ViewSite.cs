using System.Net;
using IJJO.Platform.Boards;
using IJJO.Platform.Identity;
using IJJO.Platform.Testing;
using IJJO.Platform.Tests.Boards.Views;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(ViewSite))]

namespace IJJO.Platform.Tests.Boards.Views;

/// <summary>A host with a list, people with roles who read it, and mail. A coordinator may read the list, an evaluator may not.</summary>
public sealed class ViewSite : IAsyncLifetime
{
    public const string List = "/staff/library/Loans";
    private const string Password = "a long enough password";
    private int _added;

    public TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync([TestPlaces.Fixture("Library"), "outreach"], ["RateLimits:SignIn=100000"]);
        // A role that reads the list and shares nothing.
        await SqlAsync("""
            INSERT INTO identity.role_claim (role_id, claim_type, claim_value) SELECT id, 'permission', 'library.read' FROM identity.role WHERE name = 'convener'
            """);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal async Task<ViewReader> PersonAsync(string role = Roles.Coordinator)
    {
        var account = await Host.InScopeAsync<UserManager<StaffAccount>, StaffAccount>(async accounts =>
        {
            var made = StaffAccount.Create("Ana Roca", $"{Guid.NewGuid():N}@example.org", "en", DateTimeOffset.UtcNow);
            Assert.True((await accounts.CreateAsync(made, Password)).Succeeded);
            Assert.True((await accounts.AddToRoleAsync(made, role)).Succeeded);
            return made;
        });
        var browser = Host.Browser();
        browser.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in"), [("Email", account.Email!), ("Password", Password)], "#password");
        return new(account.Id, browser);
    }

    internal async Task<int> SqlAsync(string sql, params object[] values)
    {
        await using var command = Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    internal Task<int> AddLoanAsync(string title, string country)
    {
        // Loans are listed in the order of their identifiers, and those of one millisecond are in none.
        var id = Guid.CreateVersion7(DateTimeOffset.UtcNow.AddMilliseconds(Interlocked.Increment(ref _added)));
        return SqlAsync("INSERT INTO library.loans (id, title, country, state) VALUES ($1, $2, $3, 'in')", id, title, country);
    }

    internal Task LeaveAsync(ViewReader person) => SqlAsync("UPDATE identity.account SET is_active = false WHERE id = $1", person.Id);

    /// <summary>Takes away what lets the role of a person read the list, for this person only.</summary>
    internal Task LoseRoleAsync(ViewReader person) => SqlAsync("DELETE FROM identity.account_role WHERE user_id = $1", person.Id);

    /// <summary>The turn of every alert comes, now.</summary>
    internal async Task LookAsync()
    {
        await SqlAsync("UPDATE platform.view_alert SET due_at = now() - interval '1 minute' WHERE off_reason IS NULL");
        await Host.InScopeAsync<WatchViews>(job => job.RunAsync(null, TestContext.Current.CancellationToken));
    }

    /// <summary>The mail with this subject, as the mailbox of Development shows it.</summary>
    internal async Task<TestPage> MailAsync(string subject)
    {
        var browser = Host.Browser();
        var link = await Eventually.GetAsync(async () => (await browser.OpenAsync("/dev/mail")).Html.QuerySelectorAll("tbody a").FirstOrDefault(one => one.TextContent.Contains(subject)), $"a mail “{subject}”");
        return await browser.OpenAsync(link.GetAttribute("href")!);
    }

    /// <summary>How many mails the outbox has taken for a person.</summary>
    internal async Task<int> MailsAskedAsync(ViewReader person) => await Host.InScopeAsync<IJJO.Platform.Data.PlatformDb, int>(db => db.Database.SqlQuery<int>($"""
        SELECT count(*)::int AS "Value" FROM platform.__outbox AS event JOIN identity.account AS account ON account.id = {person.Id}
        WHERE event.name = 'platform.mail-requested.v1' AND event.payload ->> 'toAddress' = account.email AND event.payload ->> 'template' = 'platform.view-alert'
        """).SingleAsync());
}

/// <summary>Somebody signed in.</summary>
internal sealed record ViewReader(Guid Id, TestBrowser Browser)
{
    public Task<TestPage> OpenAsync(string path) => Browser.OpenAsync(path);

    public async Task<HttpStatusCode> StatusAsync(string path) => (await Browser.OpenAsync(path)).Status;

    /// <summary>Saves a list, and returns the page of the view.</summary>
    public async Task<TestPage> SaveAsync(string state, string name)
    {
        var list = await OpenAsync($"{ViewSite.List}?{state}");
        var link = list.Html.QuerySelector($"a[href^='{ViewSite.List}/views/save']")!.GetAttribute("href")!;
        return await Browser.SubmitAsync(await OpenAsync(link), [("Name", name)], "#save-view");
    }

    public async Task<string> SaveKeyAsync(string state, string name) => KeyOf(await SaveAsync(state, name));

    public async Task<TestPage> SettingsAsync(string key) => await OpenAsync($"{ViewSite.List}/views/{key}");

    public async Task<TestPage> ShareAsync(string key, string sharing, string role = "") =>
        await Browser.SubmitAsync(await SettingsAsync(key), [("Sharing", sharing), ("SharedRole", role)], "#change-view");

    public static string KeyOf(TestPage page) => page.Path.Split('/', '?')[5];

    public static string[] Tabs(TestPage page) => [.. page.Html.QuerySelectorAll(".tabs a").Select(tab => tab.TextContent.Trim())];
}
