using System.Linq.Expressions;

namespace IJJO.KnowledgeFeed.Advances;

/// <summary>Where an advance stands. Text instead of an enumeration: the same words are filters, addresses and keys of translations.</summary>
internal static class AdvanceState
{
    internal const string Draft = "draft";
    internal const string InReview = "in-review";
    internal const string Scheduled = "scheduled";
    internal const string Published = "published";
    internal const string Corrected = "corrected";
    internal const string Withdrawn = "withdrawn";

    /// <summary>What the public may read.</summary>
    internal static Expression<Func<Advance, bool>> IsPublic { get; } = a => a.State == Published || a.State == Corrected;
}

/// <summary>What has become of a law or standard.</summary>
internal static class LawStatus
{
    internal const string InForce = "in-force";
    internal const string Amended = "amended";
    internal const string Repealed = "repealed";
    internal const string Replaced = "replaced";

    internal static IReadOnlyList<string> All { get; } = [InForce, Amended, Repealed, Replaced];
}
