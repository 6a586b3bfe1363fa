using IJJO.Evaluation.Cases;
using IJJO.Evaluation.Contracts;
using IJJO.Platform;

namespace IJJO.Evaluation.Decisions;

/// <summary>What happens with a case. A pending one waits to be applied, alone or with others; only then anybody outside this module hears of it.</summary>
public sealed class Decision
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PartyId { get; init; }
    public required string Reference { get; init; }
    public string Outcome { get; private set; } = "";

    /// <summary>An id of the vocabulary <c>action</c>; outcomes without an offer have one too, for example <c>keep-on-roster</c>.</summary>
    public string Action { get; private set; } = "";

    public Guid? GroupId { get; private set; }
    public string? GroupTitle { get; private set; }

    /// <summary>As the party will read it.</summary>
    [Personal("give reasons to the party", LegalBasis.Consent, 730)] public string Reason { get; set; } = "";

    [Personal("who decided", LegalBasis.LegitimateInterest, 1825)] public string DecidedBy { get; private set; } = "";

    public DateTimeOffset DecidedAt { get; private set; }
    public DateTimeOffset? AppliedAt { get; private set; }
    public string State { get; private set; } = DecisionState.Pending;
    public uint Version { get; private set; }

    public static Decision For(Case found, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), CaseId = found.Id, PartyId = found.PartyId, Reference = found.Reference,
    };

    public void Write(string outcome, string action, Groups.Group? group, string language, string reason, string by, DateTimeOffset now)
    {
        Outcome = outcome;
        Action = action;
        GroupId = group?.Id;
        GroupTitle = group?.TitleIn(language);
        Reason = reason;
        DecidedBy = by;
        DecidedAt = now;
    }

    public EvaluationDecided Apply(Case found, DateTimeOffset now)
    {
        State = DecisionState.Applied;
        AppliedAt = now;
        found.Decide(now);
        return new(Id, CaseId, PartyId, Reference, Outcome, Action, GroupId, GroupTitle, Reason, DecidedBy, found.SenderName);
    }

    public void Revoke() => State = DecisionState.Revoked;
}

internal static class DecisionState
{
    public const string Pending = "pending";
    public const string Applied = "applied";
    public const string Revoked = "revoked";
}

internal static class Outcome
{
    public const string ActionOffered = "action-offered";
    public const string Roster = "roster";
    public const string Referred = "referred";
    public const string Declined = "declined";

    public static readonly string[] All = [ActionOffered, Roster, Referred, Declined];

    public const string JoinGroup = "join-working-group";

    /// <summary>The action of an outcome that offers none, so that lists and timelines can name every decision.</summary>
    public static string ActionOf(string outcome) => outcome switch { Roster => "keep-on-roster", Referred => "refer-elsewhere", _ => "decline" };
}
