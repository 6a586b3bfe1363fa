using IJJO.Platform.Data;
using Microsoft.AspNetCore.Identity;

namespace IJJO.Platform.Identity;

/// <summary>Mails a link to set a new password, if there is such an account; whoever asks learns nothing either way.</summary>
internal sealed class SendPasswordReset(UserManager<StaffAccount> accounts, StaffLinks links, StaffMails mails)
{
    internal async Task ToAsync(string email, CancellationToken cancel)
    {
        if (await accounts.FindByEmailAsync(email) is not { IsActive: true } account) return;
        var link = await links.CreateAsync(StaffLinkPurpose.Reset, account.Id, cancel);
        await mails.SendAsync(account, "password-reset", link, cancel);
    }
}

/// <summary>Mails with a one-time link. They go through the platform's outbox, since accounts have no outbox of their own.</summary>
internal sealed class StaffMails(PlatformDb db, IMailer mailer)
{
    internal async Task SendAsync(StaffAccount account, string template, Uri link, CancellationToken cancel)
    {
        mailer.Queue(db, new Mail(
            $"platform.{template}", Guid.CreateVersion7().ToString(), account.Email!, account.Name, account.Language, new { account.Name, Link = link }));
        await db.SaveChangesAsync(cancel);
    }
}
