using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Members;

/// <summary>Declines a request to join; who asked gets the reason by mail.</summary>
public sealed record DeclineRequest(Guid MemberId, string Reason);

internal sealed class DeclineRequestHandler(WorkingGroupsDb db, GroupAccess access, IMailer mailer, TimeProvider clock) : ICommandHandler<DeclineRequest>
{
    public async Task<Result> Handle(DeclineRequest command, CancellationToken cancel)
    {
        if (await db.Members.FindAsync([command.MemberId], cancel) is not { } member) return Result.NotFound();
        var group = await db.Groups.FirstAsync(g => g.Id == member.GroupId, cancel);
        if (!(await access.ToAsync(group, cancel)).Leads) return Result.Forbidden();
        if (member.State != MemberState.Requested || member.PartyId is not { } partyId) return Result.Refused("working-groups.no-request");
        var problems = new Problems().Text("Reason", command.Reason, 1000);
        if (problems.Any) return problems.ToResult();

        member.End(MemberState.Declined, command.Reason, clock.GetUtcNow());
        var party = await db.Parties.FirstAsync(p => p.Id == partyId, cancel);
        if (party.Email is { Length: > 0 } email)
        {
            mailer.Queue(db, new Mail(
                "working-groups.request-declined", $"{member.Id}:{member.RequestedAt:O}", email, party.Name, party.Language,
                new { party.Name, Group = group.Title.In(party.Language), command.Reason }, party.Id, member.CaseId));
        }
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
