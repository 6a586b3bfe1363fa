using IJJO.Platform.Identity;
using IJJO.Platform.Testing;
using IJJO.Platform.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Tests.Identity;

/// <summary>Links that let people in: once, for a while, and nobody who was erased, of whom nothing is told any more either.</summary>
public sealed class LinkTests(PeopleSite site) : IClassFixture<PeopleSite>
{
    [Fact]
    public async Task An_invited_person_sets_a_password_once_and_is_in()
    {
        var (_, administrator) = await site.SignedInAsync(Roles.Administrator);
        var email = PeopleSite.NewAddress();
        var people = await administrator.SubmitAsync(
            await administrator.OpenAsync("/staff/people"), [("Name", "Nora New"), ("Email", email), ("Language", "en"), ("Roles", Roles.Evaluator)], "#invite");
        var link = people.Html.QuerySelector("#invitation")!.TextContent.Trim();

        var browser = site.Host.Browser();
        var welcome = await browser.OpenAsync(link);
        var refused = await browser.SubmitAsync(welcome, [("Password", "too short"), ("PasswordAgain", "too short")], "#welcome");
        Assert.Contains("at least 12", refused.Text);
        await browser.SubmitAsync(refused, [("Password", PeopleSite.Password), ("PasswordAgain", PeopleSite.Password)], "#welcome");

        Assert.Contains(email, (await browser.OpenAsync("/staff/account")).Text);
        Assert.Contains("used already", (await site.Host.Browser().OpenAsync(link)).Text);
        Assert.Contains("used already", (await site.Host.Browser().OpenAsync("/staff/welcome/nonsense")).Text);
        Assert.Contains(await WaitingMailsAsync(), mail => mail.Contains(email));
    }

    [Fact]
    public async Task Of_two_who_come_with_the_same_link_at_once_one_gets_in()
    {
        var account = await site.AccountAsync();
        var secret = await site.Host.InScopeAsync<StaffLinks, string>(async links =>
            (await links.CreateAsync(StaffLinkPurpose.Invite, account.Id, TestContext.Current.CancellationToken)).Segments[^1]);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.Host.InScopeAsync<StaffLinks, bool>(async links =>
            await links.FindAsync(secret, CancellationToken.None) is { } link && await links.TakeAsync(link, CancellationToken.None))));

        Assert.Single(taken, won => won);
    }

    [Fact]
    public async Task The_first_administrator_is_made_by_a_link_and_only_one()
    {
        await using var host = await TestHost.StartAsync([]);
        var first = await LinkAsync();
        var browser = host.Browser();
        await browser.SubmitAsync(
            await browser.OpenAsync(first),
            [("Name", "Ada"), ("Email", "ada@example.org"), ("Password", PeopleSite.Password), ("PasswordAgain", PeopleSite.Password)], "#welcome");

        Assert.Contains("ada@example.org", (await browser.OpenAsync("/staff/people")).Text);
        // Even a link that was made before, or by another host, makes no second one.
        var late = await browser.OpenAsync(await LinkAsync());
        var refused = await host.Browser().SubmitAsync(
            late, [("Name", "Eve"), ("Email", "eve@example.org"), ("Password", PeopleSite.Password), ("PasswordAgain", PeopleSite.Password)], "#welcome");
        Assert.DoesNotContain("eve@example.org", (await browser.OpenAsync("/staff/people")).Text);
        Assert.NotNull(refused);

        Task<string> LinkAsync() => host.InScopeAsync<StaffLinks, string>(async links =>
            (await links.CreateAsync(StaffLinkPurpose.FirstAdministrator, null, CancellationToken.None)).PathAndQuery);
    }

    [Fact]
    public async Task Looking_at_a_participants_link_changes_nothing_and_pressing_the_button_enters()
    {
        var party = new Participant(Guid.CreateVersion7(), "Pau Party", "pau@example.org", "es");
        var link = await site.Host.InScopeAsync<IParticipantLinks, Uri>(links => links.CreateAsync(party, "/es/privacy", TimeSpan.FromHours(1), CancellationToken.None));
        var browser = site.Host.Browser();

        var page = await browser.OpenAsync(link.PathAndQuery);
        var answer = await browser.Http.GetAsync(link.PathAndQuery, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => cookie.StartsWith("participant", StringComparison.Ordinal));
        Assert.Contains("Pau Party", page.Text);

        var entered = await browser.SubmitAsync(page, [], "#enter");
        Assert.Equal("/es/privacy", entered.Path);
        var again = await browser.Http.GetAsync("/es/privacy", TestContext.Current.CancellationToken);
        Assert.True(again.IsSuccessStatusCode);
    }

    [Fact]
    public async Task An_erased_party_has_no_link_left()
    {
        var party = new Participant(Guid.CreateVersion7(), "Gone", "gone@example.org", "en");
        await site.Host.InScopeAsync<IParticipantLinks>(links => links.CreateAsync(party, "/en", TimeSpan.FromHours(1), CancellationToken.None));

        await site.Host.InScopeAsync<WhenPartyErased>(handler => handler.HandleAsync(new PartyErased(party.PartyId), CancellationToken.None));

        Assert.False(await site.Host.InScopeAsync<IdentityDb, bool>(db => db.ParticipantLinks.AnyAsync(link => link.PartyId == party.PartyId)));
    }

    [Fact]
    public async Task What_was_on_its_way_about_an_erased_party_does_not_reach_the_timeline()
    {
        var (gone, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var timeline = site.Host.Services.GetRequiredService<TimelineProjection>();
        await TellAsync(gone);
        Assert.Equal(1, await EntriesAsync(gone));

        await site.Host.InScopeAsync<WhenPartyErased>(handler => handler.HandleAsync(new PartyErased(gone), CancellationToken.None));
        await TellAsync(gone);
        await TellAsync(other);
        Assert.Equal((0, 1), (await EntriesAsync(gone), await EntriesAsync(other)));

        Task TellAsync(Guid party) => timeline.ProjectAsync("platform", new(
            Guid.CreateVersion7(), "fixture.said.v1", "{}", DateTimeOffset.UtcNow, Attempts: 1, TraceParent: null, Cases: [], PartyId: party, ShownToParty: true, Waits: false), CancellationToken.None);
        Task<int> EntriesAsync(Guid party) => site.Host.InScopeAsync<IJJO.Platform.Data.PlatformDb, int>(db => db.Timeline.CountAsync(row => row.PartyId == party));
    }

    [Fact]
    public async Task Asking_for_a_link_or_a_reset_says_the_same_for_every_address()
    {
        var account = await site.AccountAsync();
        foreach (var (path, form) in new[] { ("/en/enter", "#ask"), ("/staff/sign-in/forgotten", "#forgotten") })
        {
            var browser = site.Host.Browser();
            var known = await browser.SubmitAsync(await browser.OpenAsync(path), [("Email", account.Email!)], form);
            var unknown = await browser.SubmitAsync(await browser.OpenAsync(path), [("Email", "nobody@example.org")], form);
            Assert.Equal(known.Text, unknown.Text);
            Assert.Contains("on its way", known.Text);
        }
    }

    private Task<List<string>> WaitingMailsAsync() => site.Host.InScopeAsync<IJJO.Platform.Data.PlatformDb, List<string>>(db =>
        db.Set<IJJO.Platform.Events.OutboxRow>().Where(row => row.Name == "platform.mail-requested.v1").Select(row => row.Payload).ToListAsync());
}
