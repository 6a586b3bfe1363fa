using IJJO.KnowledgeFeed.Advances;
using IJJO.Platform;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(IJJO.KnowledgeFeed.Tests.FeedHost))]

namespace IJJO.KnowledgeFeed.Tests;

/// <summary>A host with this module's folder only and its forty sample advances.</summary>
public sealed class FeedHost : IAsyncLifetime
{
    internal static readonly TestPerson Writer = TestPerson.Staff("Wanda Writer", KnowledgeFeedPermissions.Read, KnowledgeFeedPermissions.Edit);
    internal static readonly TestPerson Editor =
        TestPerson.Staff("Edith Editor", KnowledgeFeedPermissions.Read, KnowledgeFeedPermissions.Edit, KnowledgeFeedPermissions.Publish);

    internal TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync(["knowledge-feed"], ["Platform:SampleData=true"]);
        // Nothing may change under the tests: the seeder leaves this mark last.
        await Eventually.IsTrueAsync(
            () => AskAsync(async db => await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM platform.setting WHERE key = 'sample-data.knowledge-feed.SampleAdvances'").SingleAsync() == 1),
            "the sample advances", TimeSpan.FromMinutes(5));
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    internal Task<T> AskAsync<T>(Func<KnowledgeFeedDb, Task<T>> ask) => Host.InScopeAsync(ask);

    internal Task<Advance> FindAsync(Guid id) => AskAsync(db => db.Advances.AsNoTracking().Include(a => a.Versions).SingleAsync(a => a.Id == id));

    internal async Task<string> GetAsync(string path, TestPerson? person = null)
    {
        var answer = await Host.Browser(person).Http.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return text;
    }

    /// <summary>A draft written straight into the schema, by somebody else than the editor unless said otherwise.</summary>
    internal Task<Guid> DraftAsync(string title, TestPerson? by = null, params VersionText[] translations) => Host.InScopeAsync<IServiceProvider, Guid>(async services =>
    {
        var db = (KnowledgeFeedDb)services.GetService(typeof(KnowledgeFeedDb))!;
        var advance = Advance.New((by ?? Writer).StaffId, (by ?? Writer).Name, DateTimeOffset.UtcNow);
        advance.Describe(
            new AdvanceDetails("good-practice", "guide", "en") { Themes = ["restorative-justice"], Countries = ["CL"], Year = 2026, SourceUrl = "https://example.org/guide" },
            (Coverage)services.GetService(typeof(Coverage))!, DateTimeOffset.UtcNow);
        advance.Write([new VersionText("en", title, $"What {title} is about."), .. translations]);
        await db.GiveSlugAsync(advance, default);
        db.Advances.Add(advance);
        await db.SaveChangesAsync();
        return advance.Id;
    });

    /// <summary>Sends a draft to review and publishes it, through the pages.</summary>
    internal async Task<Advance> PublishAsync(Guid id)
    {
        var browser = Host.Browser(Editor);
        var page = await browser.OpenAsync(PathOf(id));
        page = await browser.SubmitAsync(page, [], "#submit-for-review");
        page = await browser.SubmitAsync(page, [], "#publish");
        var advance = await FindAsync(id);
        Assert.True(advance.State == AdvanceState.Published, page.Text);
        return advance;
    }

    internal static string PathOf(Guid id) => $"/staff/knowledge-feed/advances/{id}";
}
