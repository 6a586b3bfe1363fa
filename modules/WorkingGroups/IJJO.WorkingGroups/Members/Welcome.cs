using IJJO.Platform;
using IJJO.WorkingGroups.Parties;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Members;

/// <summary>The mail that a new member gets, with a link that signs in and leads to the group's page.</summary>
internal sealed class Welcome(WorkingGroupsDb db, IMailer mailer, IParticipantLinks links, TimeProvider clock)
{
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(30);

    /// <summary>Queues the mail once per joining; without an address it waits until one is known.</summary>
    public async Task SendAsync(Member member, Party party, CancellationToken cancel)
    {
        if (party.Email is not { Length: > 0 } email) return;
        // Who joined long ago, by an import or a sample, knows the group already.
        if (member.JoinedAt < clock.GetUtcNow() - LinkLifetime) return;
        var group = await db.Groups.FirstAsync(g => g.Id == member.GroupId, cancel);
        var language = party.Language is "es" or "fr" ? party.Language : "en";
        var link = await links.CreateAsync(new Participant(party.Id, party.Name, email, language), $"/{language}/groups/{group.Slug}", LinkLifetime, cancel);
        mailer.Queue(db, new Mail(
            "working-groups.welcome", $"{member.Id}:{member.JoinedAt:O}", email, party.Name, language,
            new { party.Name, Group = group.Title.In(language), Purpose = group.Purpose.In(language), ShownAs = member.DisplayName, Link = link }, party.Id, member.CaseId));
        member.WelcomedAt = clock.GetUtcNow();
    }
}
