using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Identity;

/// <summary>Makes a token for a program. It may do no more than its owner, now and at each later use.</summary>
internal sealed record MakeAccessToken(string Name, IReadOnlyList<string> Permissions, int Days)
{
    internal static readonly IReadOnlyList<int> Lifetimes = [30, 90, 365];
}

/// <summary>The result's value is the token: it is shown now and never again.</summary>
internal sealed class MakeAccessTokenHandler(IdentityDb db, ICurrentUser user, Audit.IAudit audit, TimeProvider clock) : ICommandHandler<MakeAccessToken>
{
    private const int Most = 20, LongestName = 100;

    public async Task<Result> Handle(MakeAccessToken command, CancellationToken cancel)
    {
        if (user.StaffId is not { } owner) return Result.Forbidden();
        var now = clock.GetUtcNow();
        var errors = new List<FieldError>();
        if (command.Name.Trim().Length == 0) errors.Add(new(nameof(command.Name), FieldErrors.Required));
        if (command.Name.Trim().Length > LongestName) errors.Add(new(nameof(command.Name), FieldErrors.TooLong, LongestName));
        if (command.Permissions.Count == 0) errors.Add(new(nameof(command.Permissions), FieldErrors.Required));
        if (command.Permissions.Any(permission => !user.Has(permission))) errors.Add(new(nameof(command.Permissions), FieldErrors.Choice));
        if (!MakeAccessToken.Lifetimes.Contains(command.Days)) errors.Add(new(nameof(command.Days), FieldErrors.Choice));
        if (errors.Count > 0) return Result.Invalid(errors);
        if (await db.AccessTokens.CountAsync(token => token.AccountId == owner && token.RevokedAt == null && token.ExpiresAt > now, cancel) >= Most)
        {
            return Result.Refused("account.token.too-many", Most);
        }

        var secret = Secret.New(AccessToken.Prefix);
        var made = new AccessToken
        {
            AccountId = owner, Name = command.Name.Trim(), Hash = Secret.Hash(secret), Permissions = [.. command.Permissions.Distinct()],
            CreatedAt = now, ExpiresAt = now.AddDays(command.Days),
        };
        db.AccessTokens.Add(made);
        await db.SaveChangesAsync(cancel);
        await audit.DidAsync("platform.make-access-token", made.Id, cancel);
        return Result.Ok(secret);
    }
}

/// <summary>Ends one of one's own tokens.</summary>
internal sealed record RevokeAccessToken(Guid TokenId);

internal sealed class RevokeAccessTokenHandler(IdentityDb db, ICurrentUser user, Audit.IAudit audit, TimeProvider clock) : ICommandHandler<RevokeAccessToken>
{
    public async Task<Result> Handle(RevokeAccessToken command, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var revoked = await db.AccessTokens.Where(token => token.Id == command.TokenId && token.AccountId == user.StaffId && token.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, now), cancel);
        if (revoked == 0) return Result.NotFound();
        await audit.DidAsync("platform.revoke-access-token", command.TokenId, cancel);
        return Result.Ok();
    }
}
