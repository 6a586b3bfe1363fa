namespace IJJO.Submissions.Proposals;

/// <summary>The states of a proposal, as stored and as filtered by (<c>State eq 'screening'</c>).</summary>
internal static class ProposalState
{
    /// <summary>Sent, the address not confirmed yet.</summary>
    public const string Received = "received";

    /// <summary>Kept aside until a person has looked at it.</summary>
    public const string Quarantine = "quarantine";

    /// <summary>Confirmed; a coordinator reads it.</summary>
    public const string Screening = "screening";

    public const string InEvaluation = "in-evaluation";

    /// <summary>Decided; the answer is being written.</summary>
    public const string Decided = "decided";

    /// <summary>The answer has been sent.</summary>
    public const string Contacted = "contacted";

    public const string Accepted = "accepted";
    public const string DeclinedByParty = "declined-by-party";

    /// <summary>The collaboration is under way.</summary>
    public const string InAction = "in-action";

    public const string Closed = "closed";
    public const string Withdrawn = "withdrawn";

    /// <summary>Only what statistics need is left.</summary>
    public const string Erased = "erased";

    // Other modules' events arrive at least once and in no promised order, so a proposal moves forward only.
    private static readonly string[] Path =
        [Received, Quarantine, Screening, InEvaluation, Decided, Contacted, DeclinedByParty, Accepted, InAction, Closed, Withdrawn, Erased];

    public static bool IsBefore(string state, string other) => Array.IndexOf(Path, state) < Array.IndexOf(Path, other);

    public static bool IsFinal(string state) => state is Closed or Withdrawn or Erased;
}
