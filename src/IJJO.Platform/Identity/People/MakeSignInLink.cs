using Microsoft.AspNetCore.Identity;

namespace IJJO.Platform.Identity;

/// <summary>A new link by which somebody with an account sets a passkey or password: the first one was lost, or they cannot get in.</summary>
internal sealed record MakeSignInLink(Guid AccountId);

/// <summary>The result's value is <see cref="Invited"/>.</summary>
internal sealed class MakeSignInLinkHandler(UserManager<StaffAccount> accounts, StaffLinks links, StaffMails mails, ICurrentUser user, Audit.IAudit audit)
    : ICommandHandler<MakeSignInLink>
{
    public async Task<Result> Handle(MakeSignInLink command, CancellationToken cancel)
    {
        if (!user.Has(PlatformPermissions.Administer)) return Result.Forbidden();
        if (await accounts.FindByIdAsync(command.AccountId.ToString()) is not { } account) return Result.NotFound();
        if (!account.IsActive) return Result.Refused("person.inactive");
        var link = await links.CreateAsync(StaffLinkPurpose.Invite, account.Id, cancel);
        await mails.SendAsync(account, "invitation", link, cancel);
        await audit.DidAsync("platform.make-sign-in-link", account.Id, cancel);
        return Result.Ok(new Invited(account.Id, link));
    }
}
