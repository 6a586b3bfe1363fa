using IJJO.Platform.Data;

namespace IJJO.Platform.Identity;

/// <summary>Mails a link to enter, if a module knows a party with this address.</summary>
internal sealed class MailParticipantLink(IEnumerable<IPartyDirectory> directories, IParticipantLinks links, PlatformDb db, IMailer mailer)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    internal async Task ToAsync(string email, string path, CancellationToken cancel)
    {
        foreach (var directory in directories)
        {
            if (await directory.FindByEmailAsync(email, cancel) is not { } party) continue;
            var link = await links.CreateAsync(party, path, Lifetime, cancel);
            mailer.Queue(db, new Mail(
                "platform.participant-link", Guid.CreateVersion7().ToString(), party.Email, party.Name, party.Language, new { party.Name, Link = link }, party.PartyId));
            await db.SaveChangesAsync(cancel);
            return;
        }
    }
}
