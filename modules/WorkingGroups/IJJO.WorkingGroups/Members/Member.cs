using IJJO.Platform;
using IJJO.WorkingGroups.Parties;

namespace IJJO.WorkingGroups.Members;

/// <summary>
/// One party in one group. <see cref="DisplayName"/> is the only name that pages, OData and events of this module read: the real one stays in
/// <see cref="Party"/>, which only the convener's views join.
/// </summary>
public sealed class Member
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }

    /// <summary>Empty once the party was erased: what it wrote is then by a former member.</summary>
    public Guid? PartyId { get; private set; }

    public Guid? CaseId { get; set; }

    /// <summary>The decision whose offer was accepted; empty for somebody who asked to join.</summary>
    public Guid? DecisionId { get; set; }

    public MemberRole Role { get; set; }
    public MemberState State { get; private set; }
    public DisplayAs DisplayAs { get; private set; }

    [Personal("show the member as it chose", LegalBasis.Consent, 0)]
    public string? Pseudonym { get; private set; }

    [Personal("show the member as it chose", LegalBasis.Consent, 0)]
    public string DisplayName { get; private set; } = "";

    /// <summary>Whether the public page may show the member; other members always see it.</summary>
    public bool IsListed { get; private set; } = true;

    [Personal("decide about a request to join", LegalBasis.Contract, 730)]
    public string? Message { get; set; }

    public DateTimeOffset RequestedAt { get; private set; }
    public DateTimeOffset? JoinedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    [Personal("keep why a membership ended", LegalBasis.LegitimateInterest, 730)]
    public string? EndReason { get; private set; }

    /// <summary>The end of the term or of the entity's mandate.</summary>
    public DateOnly? TermEnds { get; set; }

    public DateTimeOffset? WelcomedAt { get; set; }
    public uint Version { get; private set; }

    public bool IsActive => State == MemberState.Active;
    public bool Leads => IsActive && Role is MemberRole.Convener or MemberRole.Secretary;
    public bool MayPost => IsActive && Role != MemberRole.Observer;

    public static Member Of(Guid groupId, Guid partyId, DateTimeOffset now) => new() { GroupId = groupId, PartyId = partyId, RequestedAt = now };

    public void Request(string? message, DateTimeOffset now)
    {
        State = MemberState.Requested;
        Message = message;
        RequestedAt = now;
        EndedAt = null;
        EndReason = null;
    }

    public void Join(DateTimeOffset now)
    {
        State = MemberState.Active;
        JoinedAt = now;
        EndedAt = null;
        EndReason = null;
    }

    public void End(MemberState how, string? reason, DateTimeOffset now)
    {
        State = how;
        EndReason = reason;
        EndedAt = now;
    }

    /// <summary>Shows the member as it chose.</summary>
    public void ShowAs(DisplayAs choice, string? pseudonym, bool listed, Party party)
    {
        DisplayAs = choice;
        Pseudonym = choice == DisplayAs.Pseudonym ? pseudonym : null;
        IsListed = listed;
        Follow(party);
    }

    /// <summary>Takes over a new name of the party, where the member is shown by it.</summary>
    public void Follow(Party party) => DisplayName = DisplayAs switch
    {
        DisplayAs.Pseudonym => Pseudonym ?? "",
        DisplayAs.Entity => party.EntityName ?? party.Name,
        _ => party.Name,
    };

    /// <summary>Nothing of the person is left; the row keeps the discussion in order.</summary>
    public void Erase(DateTimeOffset now)
    {
        if (State is MemberState.Active or MemberState.Requested) End(MemberState.Left, null, now);
        PartyId = null;
        CaseId = null;
        DecisionId = null;
        Pseudonym = null;
        DisplayName = "";
        IsListed = false;
        Message = null;
        EndReason = null;
    }
}
