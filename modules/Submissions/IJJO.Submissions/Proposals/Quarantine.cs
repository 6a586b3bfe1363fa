namespace IJJO.Submissions.Proposals;

/// <summary>Why a proposal is kept aside. Nobody is refused: a person looks and releases it.</summary>
internal static class Quarantine
{
    /// <summary>A field that people do not see was filled in.</summary>
    public const string Trap = "trap";

    /// <summary>Sent sooner than anybody can write, or without having opened the form.</summary>
    public const string TooFast = "too-fast";

    /// <summary>Many from one network on one day.</summary>
    public const string TooMany = "too-many";

    /// <summary>An address on the web in place of a name.</summary>
    public const string LinkInName = "link-in-name";

    /// <summary>The text may tell of an identifiable child.</summary>
    public const string Safeguarding = "safeguarding";
}
