namespace IJJO.Platform.Architecture.Tests;

/// <summary>A rule is a function that names what breaks it; it holds when there is nothing to name.</summary>
internal static class Rule
{
    internal static void Holds(IEnumerable<string> breaches)
    {
        var found = breaches.Distinct().ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>The rule holds but for what has a reason. A breach begins with what it names; a reason that nothing needs any more is named too.</summary>
    internal static void Holds(IEnumerable<string> breaches, IReadOnlyDictionary<string, string> reasons)
    {
        var found = breaches.Distinct().ToLookup(breach => reasons.Keys.FirstOrDefault(name => breach.StartsWith(name + ' ', StringComparison.Ordinal)));
        Holds([.. found[null], .. reasons.Keys.Where(name => !found.Contains(name)).Select(name => $"{name} breaks nothing any more: take it off the list.")]);
    }

    /// <summary>The fixture breaks it, and the message names the offender.</summary>
    internal static void IsBroken(IEnumerable<string> breaches, params string[] parts) =>
        Assert.Contains(breaches, breach => parts.All(part => breach.Contains(part, StringComparison.Ordinal)));
}
