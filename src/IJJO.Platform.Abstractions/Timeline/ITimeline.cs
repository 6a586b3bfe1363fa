namespace IJJO.Platform;

/// <summary>The story of a case or a party over all modules, projected from events.</summary>
/// <example><code>
/// var entries = await timeline.OfCaseAsync(proposal.Id, forParty: true, cancel);
/// var steps = entries.Select(TimelineStep.Of);
/// </code></example>
public interface ITimeline
{
    /// <summary>The entries of one case, oldest first.</summary>
    /// <param name="caseId">The case: the proposal's id.</param>
    /// <param name="forParty">Only what the party itself may read.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The entries.</returns>
    Task<IReadOnlyList<TimelineEntry>> OfCaseAsync(Guid caseId, bool forParty, CancellationToken cancel);

    /// <summary>The entries of one party over all its cases, oldest first.</summary>
    /// <param name="partyId">The party.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The entries.</returns>
    Task<IReadOnlyList<TimelineEntry>> OfPartyAsync(Guid partyId, CancellationToken cancel);
}

/// <summary>One entry.</summary>
/// <param name="At">When it happened.</param>
/// <param name="EventName">The wire name of the event.</param>
/// <param name="Module">The key of the publishing module.</param>
/// <param name="Text">The sentence in the reader's language.</param>
/// <example><code>entries.Select(entry =&gt; $"{entry.At:yyyy-MM-dd} {entry.Text}")</code></example>
public sealed record TimelineEntry(DateTimeOffset At, string EventName, string Module, string Text);
