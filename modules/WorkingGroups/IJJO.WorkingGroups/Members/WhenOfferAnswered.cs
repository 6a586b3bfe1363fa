using IJJO.Platform;
using IJJO.WorkingGroups.Parties;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Members;

[EventName("outreach.offer-answered.v1")]
internal sealed record OfferAnswered(
    Guid DecisionId, Guid CaseId, Guid PartyId, Guid? GroupId, string Answer, string? DisplayAs, string? Pseudonym, string Name, string? EntityName,
    DateTimeOffset? AnsweredAt);

/// <summary>Who accepts the offer to join a group is its member, shown as they chose on the answer page.</summary>
internal sealed class WhenOfferAnswered(WorkingGroupsDb db, Joining joining, TimeProvider clock) : IHandle<OfferAnswered>
{
    public async Task HandleAsync(OfferAnswered e, CancellationToken cancel)
    {
        if (e.Answer != "accepted" || e.GroupId is not { } groupId) return;
        if (await db.Groups.FirstOrDefaultAsync(g => g.Id == groupId, cancel) is not { } group) return;

        var answeredAt = e.AnsweredAt ?? clock.GetUtcNow();
        var party = await db.Parties.FindAsync([e.PartyId], cancel);
        if (party is null) db.Add(party = new Party { Id = e.PartyId, Name = e.Name, EntityName = e.EntityName, CaseId = e.CaseId });
        var member = await db.Members.FirstOrDefaultAsync(m => m.GroupId == groupId && m.PartyId == e.PartyId, cancel);
        if (member is { IsActive: true }) return;
        if (member is null) db.Add(member = Member.Of(groupId, e.PartyId, answeredAt));

        member.CaseId = e.CaseId;
        member.DecisionId = e.DecisionId;
        member.ShowAs(Choice(e), e.Pseudonym, listed: true, party);
        // The group has closed between offer and answer: the convener sees the request and decides.
        if (group.IsClosed) member.Request(null, answeredAt);
        else await joining.JoinAsync(group, member, party, answeredAt, cancel);
    }

    // A pseudonym without text stays without a name: a choice that cannot be honoured must never uncover the real one.
    private static DisplayAs Choice(OfferAnswered e) =>
        !Enum.TryParse<DisplayAs>(e.DisplayAs, ignoreCase: true, out var choice) ? DisplayAs.Name
        : choice == DisplayAs.Entity && string.IsNullOrWhiteSpace(e.EntityName) ? DisplayAs.Name
        : choice;
}
