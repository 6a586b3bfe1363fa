namespace IJJO.Platform;

/// <summary>Knows what of a module waits for a person.</summary>
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
public sealed record Duty(string Title, string NextStep, string Path, DateTimeOffset? Due);
