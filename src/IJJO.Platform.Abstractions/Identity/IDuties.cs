namespace IJJO.Platform;

/// <summary>Knows what of a module waits for a person.</summary>
/// <example><code>
/// internal sealed class OutreachDuties(OutreachDb db, IStringLocalizer&lt;Text&gt; texts) : IDuties
/// {
///     public async Task&lt;IReadOnlyList&lt;Duty&gt;&gt; ForAsync(ICurrentUser user, CancellationToken cancel)
///     {
///         if (!user.Has("outreach.approve")) return [];
///         var drafts = await db.Messages.Where(m =&gt; m.State == MessageState.Draft).Take(50).ToListAsync(cancel);
///         return [.. drafts.Select(m =&gt; new Duty(m.Reference, texts["duty.approve"], $"/staff/outreach/messages/{m.Id}", null))];
///     }
/// }
/// </code></example>
public interface IDuties
{
    /// <summary>What waits, most urgent first, fifty at most.</summary>
    /// <param name="user">The person.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The duties.</returns>
    Task<IReadOnlyList<Duty>> ForAsync(ICurrentUser user, CancellationToken cancel);
}

/// <summary>One thing that waits.</summary>
/// <param name="Title">What it is about, such as a reference and a name.</param>
/// <param name="NextStep">The translated text of the button, such as "Score".</param>
/// <param name="Path">Where the button leads.</param>
/// <param name="Due">Until when, if there is a date.</param>
/// <example><code>new Duty(assignment.Reference, texts["duty.score"], $"/staff/evaluation/score/{assignment.Id}", assignment.DueAt)</code></example>
public sealed record Duty(string Title, string NextStep, string Path, DateTimeOffset? Due);
