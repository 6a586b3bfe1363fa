using System.ComponentModel.DataAnnotations;
using IJJO.Outreach.Templates;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach.Suppressions;

/// <summary>An address gets nothing more, or nothing of one kind.</summary>
/// <param name="Address">The address.</param>
/// <param name="Scope">One of <see cref="SuppressionScope"/>.</param>
/// <param name="Evidence">Why: what the person wrote or said.</param>
public sealed record SuppressAddress([property: MaxLength(320)] string Address, string Scope, [property: MaxLength(500)] string Evidence);

internal sealed class SuppressAddressHandler(OutreachDb db, ICurrentUser user, TimeProvider clock) : ICommandHandler<SuppressAddress>
{
    public async Task<Result> Handle(SuppressAddress command, CancellationToken cancel)
    {
        if (!Mailbox.TryParse(command.Address, out var address)) return Result.Invalid(new FieldError(nameof(command.Address), FieldErrors.Email));
        if (command.Scope is not (SuppressionScope.All or SuppressionScope.Newsletter)) return Result.Invalid(new FieldError(nameof(command.Scope), FieldErrors.Choice));
        if (string.IsNullOrWhiteSpace(command.Evidence)) return Result.Invalid(new FieldError(nameof(command.Evidence), FieldErrors.Required));
        if (await db.Suppressions.AnyAsync(s => s.Address == address && s.Scope == command.Scope, cancel)) return Result.Refused("outreach.already-suppressed");

        var suppression = new Suppression
        {
            Id = Guid.CreateVersion7(), Address = address, Scope = command.Scope, Reason = SuppressionReason.Requested, Evidence = command.Evidence.Trim(),
            AddedBy = user.Name, AddedAt = clock.GetUtcNow(),
        };
        db.Add(suppression);
        await db.SaveChangesAsync(cancel);
        return Result.Ok(suppression.Id);
    }
}

/// <summary>An address may be written to again.</summary>
public sealed record LiftSuppression(Guid SuppressionId);

internal sealed class LiftSuppressionHandler(OutreachDb db) : ICommandHandler<LiftSuppression>
{
    public async Task<Result> Handle(LiftSuppression command, CancellationToken cancel)
    {
        if (await db.Suppressions.FindAsync([command.SuppressionId], cancel) is not { } suppression) return Result.NotFound();
        db.Remove(suppression);
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
