using System.ComponentModel.DataAnnotations;
using IJJO.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>Makes a personal view of one that somebody else shares, to be changed without changing theirs. It produces the new view's id.</summary>
internal sealed record CopyView(Guid ViewId, [Required, MaxLength(SavedView.LongestName)] string Name);

internal sealed class CopyViewHandler(PlatformDb db, ICurrentUser user, ICommandHandler<SaveView> save) : ICommandHandler<CopyView>
{
    public async Task<Result> Handle(CopyView command, CancellationToken cancel) =>
        await ViewRow.Of(db, user).FirstOrDefaultAsync(view => view.Id == command.ViewId, cancel) is { } shared
            ? await save.Handle(new SaveView(shared.Module, shared.Set, command.Name, shared.Query), cancel)
            : Result.NotFound();
}
