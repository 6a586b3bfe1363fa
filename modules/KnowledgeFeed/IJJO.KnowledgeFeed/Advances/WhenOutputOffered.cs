using IJJO.KnowledgeFeed.Contracts;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.KnowledgeFeed.Advances;

/// <summary>What this module reads of the event; the publisher's record says more about each member.</summary>
[EventName("working-groups.output-offered.v1")]
public sealed record OutputOffered(
    Guid OutputId, Guid GroupId, string GroupTitle, string Title, string Summary, string? Url, string Language, string AdvanceType,
    string[] Themes, string[] Countries, string[] Credits, Guid[] CaseIds);

/// <summary>A group's output becomes a draft with its credits and origin, once, however often it is offered.</summary>
internal sealed class WhenOutputOffered(KnowledgeFeedDb db, IVocabularies vocabularies, Coverage coverage, TimeProvider clock) : IHandle<OutputOffered>
{
    public async Task HandleAsync(OutputOffered e, CancellationToken cancel)
    {
        if (await db.Advances.AnyAsync(a => a.OutputId == e.OutputId, cancel)) return;

        var advance = Advance.New(createdBy: null, "", clock.GetUtcNow());
        advance.CameFrom(e.OutputId, e.GroupId, e.GroupTitle, e.CaseIds ?? []);
        advance.Describe(Details(e), coverage, clock.GetUtcNow());
        advance.Write([new VersionText(advance.OriginalLanguage, Shortened(e.Title, 300), Shortened(e.Summary, 4000))]);
        await db.GiveSlugAsync(advance, cancel);
        db.Advances.Add(advance);
        db.Publish(new AdvanceDrafted(advance.Id, e.Title, e.GroupId, advance.CaseIds));
    }

    // The group's words may name terms that this site does not have: an editor chooses again, and nothing is lost.
    private AdvanceDetails Details(OutputOffered e) => new(
        Known(Vocabulary.AdvanceType, e.AdvanceType) ?? "research", "report", Known(Vocabulary.Language, e.Language) ?? "en")
    {
        Themes = [.. (e.Themes ?? []).Where(id => Known(Vocabulary.Theme, id) is not null)],
        Countries = [.. (e.Countries ?? []).Where(id => Known(Vocabulary.Country, id) is not null)],
        SourceUrl = e.Url,
        Year = clock.GetUtcNow().Year,
        Credits = [.. (e.Credits ?? []).Where(name => name.Length > 0).Select(name => new Credit { Name = name, Role = Credit.Author })],
    };

    private string? Known(string vocabulary, string? id) => id is not null && vocabularies.Find(vocabulary, id) is not null ? id : null;

    private static string Shortened(string? text, int limit) => text is null ? "" : text.Length <= limit ? text : text[..limit];
}
