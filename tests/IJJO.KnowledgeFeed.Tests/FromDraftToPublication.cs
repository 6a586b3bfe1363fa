using System.Net;
using IJJO.KnowledgeFeed.Advances;
using IJJO.Platform;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.KnowledgeFeed.Tests;

public sealed class FromDraftToPublication(FeedHost feed)
{
    [Fact]
    public async Task An_output_offered_twice_is_one_draft_that_one_editor_can_publish()
    {
        var output = new OutputOffered(
            Guid.CreateVersion7(), Guid.CreateVersion7(), "Restorative practices", "Círculos restaurativos en la escuela", "Una guía breve.", "https://example.org/circulos",
            "es", "good-practice", ["restorative-justice", "no-such-theme"], ["CL"], ["Ana Ruiz", "Fundación Puentes"], [Guid.CreateVersion7()]);
        await feed.Host.PublishAsync(output);
        await feed.Host.PublishAsync(output);
        var draft = await Eventually.GetAsync(() => feed.AskAsync(db => db.Advances.AsNoTracking().FirstOrDefaultAsync(a => a.OutputId == output.OutputId)), "the draft");
        await Eventually.IsTrueAsync(() => feed.AskAsync(async db => await db.Database.SqlQuery<int>(
            $"SELECT count(*)::int AS \"Value\" FROM platform.__outbox WHERE name = 'working-groups.output-offered.v1' AND done_at IS NULL").SingleAsync() == 0), "both deliveries");
        Assert.Equal(1, await feed.AskAsync(db => db.Advances.CountAsync(a => a.OutputId == output.OutputId)));
        Assert.Equal(AdvanceState.Draft, draft.State);
        Assert.Equal(["Ana Ruiz", "Fundación Puentes"], draft.Credits.Select(c => c.Name));
        Assert.Equal(["restorative-justice"], draft.Themes);

        var advance = await feed.PublishAsync(draft.Id);
        var page = await feed.Host.Browser().OpenAsync($"/es/advances/{advance.Slug}");
        Assert.Contains("Restorative practices", page.Text);
        Assert.Contains("Ana Ruiz", page.Text);
        Assert.DoesNotContain(output.CaseIds[0].ToString(), page.Html.DocumentElement.OuterHtml);
        await Eventually.IsTrueAsync(() => feed.Host.InScopeAsync<ITimeline, bool>(async timeline =>
            (await timeline.OfCaseAsync(output.CaseIds[0], forParty: false, default)).Select(e => e.EventName).Contains("knowledge-feed.advance-published.v1")), "the case's timeline");
    }

    [Fact]
    public async Task Who_wrote_it_does_not_publish_it()
    {
        var id = await feed.DraftAsync("Written by the editor alone", FeedHost.Editor);
        var browser = feed.Host.Browser(FeedHost.Editor);
        var page = await browser.SubmitAsync(await browser.OpenAsync(FeedHost.PathOf(id)), [], "#submit-for-review");
        page = await browser.SubmitAsync(page, [], "#publish");
        Assert.Contains("another editor has to review", page.Text);
        Assert.Equal(AdvanceState.InReview, (await feed.FindAsync(id)).State);
    }

    [Fact]
    public async Task Who_may_only_write_is_not_offered_to_publish_and_is_refused()
    {
        var id = await feed.DraftAsync("Written and sent to review");
        var browser = feed.Host.Browser(FeedHost.Writer);
        var page = await browser.SubmitAsync(await browser.OpenAsync(FeedHost.PathOf(id)), [], "#submit-for-review");
        Assert.Null(page.Html.QuerySelector("#publish"));
        var stranger = await feed.Host.Browser(TestPerson.Staff("Stranger")).Http.GetAsync(FeedHost.PathOf(id));
        Assert.NotEqual(HttpStatusCode.OK, stranger.StatusCode);
    }

    [Fact]
    public async Task What_is_scheduled_is_published_by_the_job_when_it_is_due()
    {
        var id = await feed.DraftAsync("Planned for tomorrow");
        var browser = feed.Host.Browser(FeedHost.Editor);
        var page = await browser.SubmitAsync(await browser.OpenAsync(FeedHost.PathOf(id)), [], "#submit-for-review");
        await browser.SubmitAsync(page, [("At", DateTime.UtcNow.AddDays(1).ToString("yyyy-MM-ddTHH:mm"))], "#publish");
        var advance = await feed.FindAsync(id);
        Assert.Equal(AdvanceState.Scheduled, advance.State);
        Assert.Equal(HttpStatusCode.NotFound, (await feed.Host.Browser().OpenAsync($"/en/advances/{advance.Slug}")).Status);

        await feed.Host.InScopeAsync<PublishScheduled>(job => job.RunAsync(null, default));
        Assert.Equal(AdvanceState.Scheduled, (await feed.FindAsync(id)).State);
        await feed.AskAsync(db => db.Advances.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.PublishAt, DateTimeOffset.UtcNow.AddMinutes(-1))));
        await feed.Host.InScopeAsync<PublishScheduled>(job => job.RunAsync(null, default));
        Assert.Equal(AdvanceState.Published, (await feed.FindAsync(id)).State);
    }

    [Fact]
    public async Task An_edit_keeps_what_was_typed_when_something_is_wrong_and_saves_every_field()
    {
        var id = await feed.DraftAsync("To be edited");
        var browser = feed.Host.Browser(FeedHost.Writer);
        var page = await browser.OpenAsync(FeedHost.PathOf(id));
        page = await browser.SubmitAsync(page, [("SourceUrl", "javascript:alert(1)"), ("Title.es", "Para editar"), ("Summary.es", "Resumen")], "#edit");
        Assert.Contains("Enter a full web address", page.Text);
        Assert.Equal("Para editar", page.Html.QuerySelector("[name='Title.es']")!.GetAttribute("value"));

        await browser.SubmitAsync(page, [("SourceUrl", "https://example.org/x"), ("Countries", "ES"), ("Credits", "Ana Ruiz | author"), ("LawStatus", "in-force")], "#edit");
        var advance = await feed.FindAsync(id);
        Assert.Equal("Para editar", advance.In("es").Title);
        Assert.Equal(["ES"], advance.Countries);
        Assert.Contains("europe", advance.Regions);
        Assert.Equal("https://example.org/x", advance.SourceUrl);
        Assert.Equal("Ana Ruiz", Assert.Single(advance.Credits).Name);
    }

    [Fact]
    public async Task A_published_advance_is_changed_with_a_note_that_readers_see()
    {
        var advance = await feed.PublishAsync(await feed.DraftAsync("With a mistake"));
        var browser = feed.Host.Browser(FeedHost.Editor);
        var page = await browser.OpenAsync(FeedHost.PathOf(advance.Id));
        page = await browser.SubmitAsync(page, [("Title.en", "Without a mistake")], "#edit");
        Assert.Contains("Say what changes", page.Text);
        await browser.SubmitAsync(page, [("CorrectionNote", "The title had a mistake.")], "#edit");
        var shown = await feed.Host.Browser().OpenAsync($"/en/advances/{advance.Slug}");
        Assert.Contains("Without a mistake", shown.Text);
        Assert.Contains("The title had a mistake.", shown.Text);
    }

    [Fact]
    public async Task A_withdrawn_advance_leaves_a_tombstone_with_the_reason()
    {
        var advance = await feed.PublishAsync(await feed.DraftAsync("Soon withdrawn"));
        var browser = feed.Host.Browser(FeedHost.Editor);
        await browser.SubmitAsync(await browser.OpenAsync(FeedHost.PathOf(advance.Id)), [("Reason", "The source was retracted.")], "#withdraw");
        var tombstone = await feed.Host.Browser().OpenAsync($"/en/advances/{advance.Slug}");
        Assert.Equal(HttpStatusCode.Gone, tombstone.Status);
        Assert.Contains("The source was retracted.", tombstone.Text);
        Assert.DoesNotContain("Soon withdrawn", await feed.GetAsync("/en/feed.atom?q=withdrawn"));
        Assert.DoesNotContain("Soon withdrawn", await feed.GetAsync($"/odata/knowledge-feed/Advances?$filter=Id eq {advance.Id}"));
    }
}
