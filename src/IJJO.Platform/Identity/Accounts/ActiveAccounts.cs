using Microsoft.AspNetCore.Identity;

namespace IJJO.Platform.Identity;

/// <summary>Identity asks this before every sign-in, by whichever way: somebody who has left does not come in.</summary>
internal sealed class ActiveAccounts : IUserConfirmation<StaffAccount>
{
    public Task<bool> IsConfirmedAsync(UserManager<StaffAccount> manager, StaffAccount user) => Task.FromResult(user.IsActive);
}
