using IJJO.Platform.Data;
using IJJO.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Timeline;

/// <summary>Reads the projected events and turns each into a sentence of its publisher's resources.</summary>
internal sealed class Timeline(PlatformDb db, EventSentence sentences) : ITimeline
{
    public Task<IReadOnlyList<TimelineEntry>> OfCaseAsync(Guid caseId, bool forParty, CancellationToken cancel) =>
        ReadAsync(db.Timeline.Where(r => r.Cases.Contains(caseId) && (r.ShownToParty || !forParty)), cancel);

    public Task<IReadOnlyList<TimelineEntry>> OfPartyAsync(Guid partyId, CancellationToken cancel) =>
        ReadAsync(db.Timeline.Where(r => r.PartyId == partyId), cancel);

    private async Task<IReadOnlyList<TimelineEntry>> ReadAsync(IQueryable<TimelineRow> rows, CancellationToken cancel)
    {
        var found = await rows.AsNoTracking().OrderBy(r => r.OccurredAt).ThenBy(r => r.EventId).Take(1000).ToListAsync(cancel);
        return [.. found.Select(r => new TimelineEntry(r.OccurredAt, r.Name, r.Module, sentences.Of(r.Module, $"timeline.{r.Name}", r.Payload) ?? r.Name))];
    }
}
