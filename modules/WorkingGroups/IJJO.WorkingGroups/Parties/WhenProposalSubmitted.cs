using IJJO.Platform;

namespace IJJO.WorkingGroups.Parties;

[EventName("submissions.proposal-submitted.v1")]
internal sealed record ProposalSubmitted(Guid CaseId, Guid PartyId, string SenderName, string? EntityName, string? Country, string Language);

/// <summary>Remembers the party's latest case, on whose timeline a request to join belongs.</summary>
internal sealed class WhenProposalSubmitted(WorkingGroupsDb db) : IHandle<ProposalSubmitted>
{
    public async Task HandleAsync(ProposalSubmitted e, CancellationToken cancel)
    {
        var party = await db.Parties.FindAsync([e.PartyId], cancel);
        if (party is null)
        {
            db.Add(party = new Party { Id = e.PartyId, Name = e.SenderName, EntityName = e.EntityName, Country = e.Country, Language = e.Language });
        }
        party.CaseId = e.CaseId;
    }
}
