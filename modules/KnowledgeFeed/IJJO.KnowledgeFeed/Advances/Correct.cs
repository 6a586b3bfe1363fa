using System.ComponentModel.DataAnnotations;
using IJJO.Platform;

namespace IJJO.KnowledgeFeed.Advances;

/// <summary>Adds a note that readers see with a published advance. To change its text as well, edit it.</summary>
public sealed record Correct(Guid AdvanceId, [property: MaxLength(1000)] string Note);

internal sealed class CorrectHandler(KnowledgeFeedDb db, ICurrentUser user, TimeProvider clock) : ICommandHandler<Correct>
{
    public async Task<Result> Handle(Correct command, CancellationToken cancel)
    {
        if (!user.Has(KnowledgeFeedPermissions.Publish)) return Result.Forbidden();
        if (string.IsNullOrWhiteSpace(command.Note)) return Result.Invalid(new FieldError(nameof(command.Note), FieldErrors.Required));
        if (await db.Advances.FindAsync([command.AdvanceId], cancel) is not { } advance) return Result.NotFound();
        if (!advance.IsPublic) return Result.Refused("knowledge-feed.not-public");

        advance.Correct(command.Note, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
