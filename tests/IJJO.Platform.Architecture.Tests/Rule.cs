namespace IJJO.Platform.Architecture.Tests;

/// <summary>A rule is a function that names what breaks it; it holds when there is nothing to name.</summary>
internal static class Rule
{
    internal static void Holds(IEnumerable<string> breaches)
    {
        var found = breaches.Distinct().ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>The fixture breaks it, and the message names the offender.</summary>
    internal static void IsBroken(IEnumerable<string> breaches, params string[] parts) =>
        Assert.Contains(breaches, breach => parts.All(part => breach.Contains(part, StringComparison.Ordinal)));
}
