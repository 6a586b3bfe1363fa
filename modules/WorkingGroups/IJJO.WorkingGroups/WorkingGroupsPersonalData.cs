using IJJO.Platform;
using IJJO.WorkingGroups.Members;
using IJJO.WorkingGroups.Outputs;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups;

/// <summary>
/// Exports and erases a party. What it wrote stays as the post of a former member, since others have answered it; the party's names and address are
/// taken out of every text of its groups.
/// </summary>
internal sealed class WorkingGroupsPersonalData(WorkingGroupsDb db, TimeProvider clock) : IPersonalData
{
    public async Task<IReadOnlyDictionary<string, object>> ExportAsync(Guid partyId, CancellationToken cancel)
    {
        var parts = new Dictionary<string, object>();
        if (await db.Parties.AsNoTracking().FirstOrDefaultAsync(p => p.Id == partyId, cancel) is { } party) parts["party"] = party;
        parts["memberships"] = await (
            from member in db.Members
            join grp in db.Groups on member.GroupId equals grp.Id
            where member.PartyId == partyId
            select new
            {
                Group = grp.Slug, Role = member.Role.ToString(), State = member.State.ToString(), DisplayAs = member.DisplayAs.ToString(), member.DisplayName,
                member.Pseudonym, member.IsListed, member.Message, member.RequestedAt, member.JoinedAt, member.EndedAt, member.EndReason, member.TermEnds, member.CaseId,
            }).ToListAsync(cancel);
        parts["posts"] = await (
            from post in db.Posts
            join member in db.Members on post.MemberId equals member.Id
            join thread in db.Threads on post.ThreadId equals thread.Id
            where member.PartyId == partyId
            orderby post.PostedAt
            select new { Thread = thread.Title, post.Text, post.Language, post.PostedAt, post.EditedAt }).ToListAsync(cancel);
        parts["credits"] = await (
            from credit in db.Set<Credit>()
            join member in db.Members on credit.MemberId equals member.Id
            join output in db.Outputs on credit.OutputId equals output.Id
            where member.PartyId == partyId
            select new { output.Title, member.DisplayName }).ToListAsync(cancel);
        return parts;
    }

    public async Task<IReadOnlyDictionary<string, int>> EraseAsync(Guid partyId, CancellationToken cancel)
    {
        var counts = await RemoveAsync(partyId, cancel);
        await db.SaveChangesAsync(cancel);
        return counts;
    }

    /// <summary>Erases in the transaction of the caller.</summary>
    public async Task<IReadOnlyDictionary<string, int>> RemoveAsync(Guid partyId, CancellationToken cancel)
    {
        var members = await db.Members.Where(member => member.PartyId == partyId).ToListAsync(cancel);
        var ids = members.Select(member => member.Id).ToArray();
        var party = await db.Parties.FindAsync([partyId], cancel);
        string?[] traces = [party?.Email, party?.Name, party?.EntityName, .. members.Select(member => member.Pseudonym)];

        var redacted = await new Redaction(db, traces).InGroupsAsync([.. members.Select(member => member.GroupId)], cancel);
        var outputs = await db.Outputs.Include(output => output.Credits).Where(output => output.Credits.Any(credit => ids.Contains(credit.MemberId))).ToListAsync(cancel);
        foreach (var output in outputs) output.CreditTo([.. output.Credits.OrderBy(credit => credit.Place).Select(credit => credit.MemberId).Except(ids)]);
        foreach (var member in members) member.Erase(clock.GetUtcNow());
        if (party is not null) db.Remove(party);
        return new Dictionary<string, int>
        {
            ["parties"] = party is null ? 0 : 1, ["members"] = members.Count, ["credits"] = outputs.Count, ["texts"] = redacted,
        };
    }
}
