namespace IJJO.Platform.Web;

/// <summary>One step of a <see cref="Timeline"/>.</summary>
/// <param name="Title">What happened, translated.</param>
/// <param name="At">When; <c>null</c> for what is still to come.</param>
/// <param name="Text">More about it.</param>
/// <param name="Who">Who did it, or where it happened.</param>
/// <param name="Tone">What it means.</param>
/// <param name="IsUpcoming">Whether it is still to come.</param>
/// <param name="IsCurrent">Whether it is where the case stands.</param>
/// <example><code>&lt;Timeline Steps="[.. entries.Select(TimelineStep.Of)]" /&gt;</code></example>
public sealed record TimelineStep(
    string Title, DateTimeOffset? At = null, string? Text = null, string? Who = null, Tone Tone = Tone.Neutral, bool IsUpcoming = false, bool IsCurrent = false)
{
    /// <summary>The wire name of the event behind it, for scripts and tests; nobody reads it.</summary>
    public string? Event { get; init; }

    /// <summary>An entry of the platform's timeline as a step.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The step.</returns>
    public static TimelineStep Of(TimelineEntry entry) => new(entry.Text, entry.At) { Event = entry.EventName };
}
