using IJJO.Evaluation.Rubrics;

namespace IJJO.Evaluation.Decisions;

/// <summary>
/// Where a case stands between proposal and profile, and what usually is offered there. A strong profile with a weak proposal is a person to keep;
/// a strong proposal with a weak profile is an idea that needs company.
/// </summary>
internal static class Quadrant
{
    public const string Both = "both";
    public const string ProposalOnly = "proposal";
    public const string ProfileOnly = "profile";
    public const string Neither = "neither";

    private const decimal Strong = 3.5m;

    public static string Of(decimal? proposal, decimal? profile, bool hasProposal)
    {
        var strongProfile = profile >= Strong;
        if (!hasProposal) return strongProfile ? ProfileOnly : Neither;
        return (proposal >= Strong, strongProfile) switch
        {
            (true, true) => Both,
            (true, false) => ProposalOnly,
            (false, true) => ProfileOnly,
            _ => Neither,
        };
    }

    /// <summary>Ids of the vocabulary <c>action</c>, the most usual first.</summary>
    public static IReadOnlyList<string> Actions(string quadrant, string line) => (quadrant, line) switch
    {
        (Both, "research") => [Outcome.JoinGroup, "co-author-publication", "join-project-consortium"],
        (Both, "training") => [Outcome.JoinGroup, "trainer-webinar-speaker", "pilot"],
        (Both, "technical-cooperation") => [Outcome.JoinGroup, "join-project-consortium", "pilot"],
        (Both, "advocacy-awareness") => [Outcome.JoinGroup, "position-paper", "thematic-meeting"],
        (Both, "dissemination") => ["good-practice-sheet", "share-resource", Outcome.JoinGroup],
        (Both, "recognition") => ["award-nomination", "good-practice-sheet", "interview"],
        (Both, _) => [Outcome.JoinGroup, "found-working-group", "thematic-meeting"],
        (ProposalOnly, _) => ["good-practice-sheet", "thematic-meeting", Outcome.JoinGroup],
        (ProfileOnly, "training") => ["trainer-webinar-speaker", "expert-roster", "peer-review"],
        (ProfileOnly, "networks") => ["country-correspondent", "expert-roster", Outcome.JoinGroup],
        (ProfileOnly, _) => ["expert-roster", "peer-review", "interview"],
        _ => ["keep-on-roster", "refer-elsewhere", "decline"],
    };

    /// <summary>Whether a mean is among the strong ones, for reasons given in words.</summary>
    public static bool IsStrong(decimal? mean) => mean >= Strong;

    /// <summary>Whether a mean is low enough to be named as something to work on.</summary>
    public static bool IsWeak(decimal? mean) => mean < (RubricCriterion.Lowest + RubricCriterion.Highest) / 2m;
}
