using IJJO.Platform;
using IJJO.WorkingGroups.Members;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Groups;

/// <summary>Tells who convenes a group, once per sunset date and thirty days before it, to renew it or close it with a report.</summary>
internal sealed class RemindOfSunset(WorkingGroupsDb db, IStaffDirectory staff, IMailer mailer, ISite site, TimeProvider clock) : IJob
{
    private const int DaysBefore = 30;

    public async Task RunAsync(string? argument, CancellationToken cancel)
    {
        var soon = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(DaysBefore);
        var groups = await db.Groups
            .Where(g => (g.State == GroupState.Active || g.State == GroupState.Chartered) && g.Sunset <= soon && g.RemindedOf != g.Sunset).ToListAsync(cancel);
        foreach (var group in groups)
        {
            if (group.ConvenerStaffId is { } id && await staff.FindAsync(id, cancel) is { } convener)
            {
                Queue(group, convener.Email, convener.Name, convener.Language, $"/staff/working-groups/groups/{group.Id}", null);
            }
            foreach (var party in await Conveners(group.Id).ToListAsync(cancel))
            {
                Queue(group, party.Email!, party.Name, party.Language, $"/{Interface(party.Language)}/groups/{group.Slug}", party.Id);
            }
            // In one transaction with the mails, and guarded by the row version, so that two hosts cannot both remind.
            group.RemindedOf = group.Sunset;
            await db.SaveChangesAsync(cancel);
        }
    }

    private IQueryable<Parties.Party> Conveners(Guid groupId) =>
        from member in db.Members
        join party in db.Parties on member.PartyId equals party.Id
        where member.GroupId == groupId && member.State == MemberState.Active && member.Role == MemberRole.Convener && party.Email != null
        select party;

    private void Queue(Group group, string email, string name, string language, string path, Guid? partyId) => mailer.Queue(db, new Mail(
        "working-groups.sunset", $"{group.Id}:{group.Sunset:yyyy-MM-dd}", email, name, language,
        new { Name = name, Group = group.Title.In(language), Sunset = group.Sunset, Link = site.Address(path) }, partyId));

    private static string Interface(string language) => language is "es" or "fr" ? language : "en";
}
