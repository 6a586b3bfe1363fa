using IJJO.Platform;

namespace IJJO.WorkingGroups.Parties;

[EventName("submissions.party-erased.v1")]
internal sealed record PartyErased(Guid PartyId);

internal sealed class WhenPartyErased(WorkingGroupsPersonalData data) : IHandle<PartyErased>
{
    public Task HandleAsync(PartyErased e, CancellationToken cancel) => data.RemoveAsync(e.PartyId, cancel);
}
