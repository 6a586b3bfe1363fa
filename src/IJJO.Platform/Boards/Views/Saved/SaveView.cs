using System.ComponentModel.DataAnnotations;
using IJJO.Platform.Data;
using IJJO.Platform.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IJJO.Platform.Boards;

/// <summary>Keeps a list as it is now under a name. It produces the view's id.</summary>
internal sealed record SaveView(
    [MaxLength(40)] string Module,
    [MaxLength(100)] string Set,
    [Required, MaxLength(SavedView.LongestName)] string Name,
    [MaxLength(SavedView.LongestQuery)] string Query = "",
    [AllowedValues(ViewSharing.Private, ViewSharing.Everyone, ViewSharing.Role)] string Sharing = ViewSharing.Private,
    [MaxLength(256)] string? SharedRole = null);

internal sealed class SaveViewHandler(PlatformDb db, ViewRules rules, ICurrentUser user, TimeProvider clock) : ICommandHandler<SaveView>
{
    private const int Most = 30;

    public async Task<Result> Handle(SaveView command, CancellationToken cancel)
    {
        if (user.StaffId is not { } owner || !user.Has(PlatformPermissions.SaveViews)) return Result.Forbidden();
        if (rules.Readable(command.Module, command.Set) is not { } set) return Result.Invalid(new FieldError(nameof(command.Set), FieldErrors.Choice));
        var state = ViewState.Read(command.Query);
        var errors = await rules.CheckAsync(new(null, owner, set, command.Name), command.Sharing, command.SharedRole, cancel);
        if (state.Unknown(set) is [var unknown, ..]) errors.Add(new(nameof(command.Query), "view.unknown-option", unknown));
        if (errors.Count > 0) return Result.Invalid(errors);
        if (await db.SavedViews.CountAsync(view => view.OwnerId == owner && view.Module == set.Module && view.Set == set.Name, cancel) >= Most)
            return Result.Refused("view.too-many", Most);

        var saved = new SavedView
        {
            OwnerId = owner, Module = set.Module, Set = set.Name, Permission = set.Declared.Permission, Name = command.Name.Trim(), Query = state.Text,
            Sharing = command.Sharing, SharedRole = command.Sharing == ViewSharing.Role ? command.SharedRole : null, ChangedAt = clock.GetUtcNow(),
        };
        db.SavedViews.Add(saved);
        return await rules.SaveAsync(cancel) ?? Result.Ok(saved.Id);
    }
}

/// <summary>Gives a view another name or another list, or shares it with others.</summary>
internal sealed record ChangeView(
    Guid Id,
    uint? Version,
    [Required, MaxLength(SavedView.LongestName)] string Name,
    [MaxLength(SavedView.LongestQuery)] string Query,
    [AllowedValues(ViewSharing.Private, ViewSharing.Everyone, ViewSharing.Role)] string Sharing,
    [MaxLength(256)] string? SharedRole = null);

internal sealed class ChangeViewHandler(PlatformDb db, ViewRules rules, TimeProvider clock) : ICommandHandler<ChangeView>
{
    public async Task<Result> Handle(ChangeView command, CancellationToken cancel)
    {
        var (view, refusal) = await rules.MineAsync(command.Id, cancel);
        if (view is null) return refusal!;
        if (rules.Readable(view.Module, view.Set) is not { } set) return Result.NotFound();
        var role = command.Sharing == ViewSharing.Role ? command.SharedRole : null;
        var state = ViewState.Read(command.Query);
        var isShared = (view.Sharing, view.SharedRole) != (command.Sharing, role);
        var errors = await rules.CheckAsync(new(view.Id, view.OwnerId, set, command.Name), isShared ? command.Sharing : ViewSharing.Private, role, cancel);
        // A list that no longer fits is kept as it is until somebody replaces it by one that does.
        if (state.Text != view.Query && state.Unknown(set) is [var unknown, ..]) errors.Add(new(nameof(command.Query), "view.unknown-option", unknown));
        if (errors.Count > 0) return Result.Invalid(errors);

        db.Expect(view, command.Version);
        (view.Name, view.Query, view.Sharing, view.SharedRole, view.ChangedAt) = (command.Name.Trim(), state.Text, command.Sharing, role, clock.GetUtcNow());
        return await rules.SaveAsync(cancel) ?? Result.Ok();
    }
}
