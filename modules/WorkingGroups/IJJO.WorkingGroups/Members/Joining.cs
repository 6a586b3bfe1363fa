using IJJO.Platform;
using IJJO.WorkingGroups.Contracts;
using IJJO.WorkingGroups.Groups;
using IJJO.WorkingGroups.Parties;

namespace IJJO.WorkingGroups.Members;

/// <summary>What happens whenever somebody becomes a member, by whichever way.</summary>
internal sealed class Joining(WorkingGroupsDb db, Welcome welcome)
{
    public async Task JoinAsync(Group group, Member member, Party party, DateTimeOffset at, CancellationToken cancel)
    {
        member.Join(at);
        member.WelcomedAt = null;
        db.Publish(new MemberJoined(group.Id, group.Title.In(party.Language), member.Id, party.Id, member.CaseId, member.DisplayName));
        await welcome.SendAsync(member, party, cancel);
    }
}
