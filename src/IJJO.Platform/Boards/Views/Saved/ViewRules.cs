using IJJO.Platform.Data;
using IJJO.Platform.Identity;
using IJJO.Platform.OData;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IJJO.Platform.Boards;

/// <summary>What holds for every saved view.</summary>
internal sealed class ViewRules(PlatformDb db, IdentityDb people, ICurrentUser user, BoardReaders readers)
{
    /// <summary>The set, if this person may read it.</summary>
    public ServedSet? Readable(string module, string set) => readers.Find(module, set) is { } found && readers.MayRead(found) ? found : null;

    /// <summary>The view, if this person may change it; administrators may change what is shared, since its owner may have left.</summary>
    public async Task<(SavedView? View, Result? Refusal)> MineAsync(Guid id, CancellationToken cancel)
    {
        if (!user.Has(PlatformPermissions.SaveViews)) return (null, Result.Forbidden());
        if (!await ViewRow.Of(db, user).AnyAsync(row => row.Id == id, cancel) || await db.SavedViews.FindAsync([id], cancel) is not { } view) return (null, Result.NotFound());
        return MayChange(view.OwnerId == user.StaffId) ? (view, null) : (null, Result.Forbidden());
    }

    public bool MayChange(bool isMine) => isMine || user.Has(PlatformPermissions.Administer);

    public async Task<List<FieldError>> CheckAsync(NamedView view, string sharing, string? role, CancellationToken cancel)
    {
        var errors = new List<FieldError>();
        var name = view.Name.Trim();
        if (name.Length == 0) errors.Add(new("Name", FieldErrors.Required));
        else if (name.Any(char.IsControl)) errors.Add(new("Name", "view.name-rule"));
        else if (await IsTakenAsync(view, name.ToLowerInvariant(), cancel)) errors.Add(new("Name", "view.taken"));
        if (sharing == ViewSharing.Private) return errors;
        if (!user.Has(PlatformPermissions.ShareViews)) errors.Add(new("Sharing", "view.may-not-share"));
        else if (sharing == ViewSharing.Role && !await people.Roles.AnyAsync(one => one.Name == role, cancel)) errors.Add(new("SharedRole", FieldErrors.Choice));
        return errors;
    }

    /// <summary>Saves; what two have named alike at the same moment is said as if one had been earlier.</summary>
    public async Task<Result?> SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return null;
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Result.Invalid(new FieldError("Name", "view.taken"));
        }
    }

    private Task<bool> IsTakenAsync(NamedView view, string name, CancellationToken cancel) => db.SavedViews.AnyAsync(
        other => other.OwnerId == view.Owner && other.Module == view.Set.Module && other.Set == view.Set.Name && other.Id != view.Id && other.Name.ToLower() == name, cancel);
}

/// <summary>A view that is to bear a name.</summary>
internal sealed record NamedView(Guid? Id, Guid Owner, ServedSet Set, string Name);
