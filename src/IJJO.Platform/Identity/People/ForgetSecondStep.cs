using Microsoft.AspNetCore.Identity;

namespace IJJO.Platform.Identity;

/// <summary>Somebody lost the telephone with their authenticator app: they sign in with the password and set the app up again.</summary>
internal sealed record ForgetSecondStep(Guid AccountId);

internal sealed class ForgetSecondStepHandler(UserManager<StaffAccount> accounts, ICurrentUser user, Audit.IAudit audit) : ICommandHandler<ForgetSecondStep>
{
    public async Task<Result> Handle(ForgetSecondStep command, CancellationToken cancel)
    {
        if (!user.Has(PlatformPermissions.Administer)) return Result.Forbidden();
        if (await accounts.FindByIdAsync(command.AccountId.ToString()) is not { } account) return Result.NotFound();
        await accounts.SetTwoFactorEnabledAsync(account, false);
        await accounts.ResetAuthenticatorKeyAsync(account);
        await audit.DidAsync("platform.forget-second-step", account.Id, cancel);
        return Result.Ok();
    }
}
