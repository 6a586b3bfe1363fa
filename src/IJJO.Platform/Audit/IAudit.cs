namespace IJJO.Platform.Audit;

/// <summary>
/// Remembers what staff did and which personal records they opened. Called where commands are carried out and record pages are shown;
/// it keeps nothing about participants and visitors, who see their own things only.
/// </summary>
internal interface IAudit
{
    /// <summary>A command was carried out.</summary>
    /// <param name="command">Its name, such as <c>evaluation.assign</c>.</param>
    /// <param name="target">The key of what it was done to. Never a name or an address.</param>
    /// <param name="cancel">Cancels.</param>
    Task DidAsync(string command, object? target, CancellationToken cancel);

    /// <summary>A record with personal data was opened.</summary>
    /// <param name="record">What it is, such as <c>submissions/Parties</c>.</param>
    /// <param name="target">Its key.</param>
    /// <param name="cancel">Cancels.</param>
    Task OpenedAsync(string record, object target, CancellationToken cancel);
}
