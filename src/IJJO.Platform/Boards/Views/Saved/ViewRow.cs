using System.ComponentModel.DataAnnotations;
using IJJO.Platform.Data;
using IJJO.Platform.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.Platform.Boards;

/// <summary>A saved view as the people see it who may: its owner, and those it is shared with who may read its set.</summary>
internal sealed class ViewRow
{
    [Key] public Guid Id { get; init; }
    public required string Module { get; init; }
    public required string Set { get; init; }
    public required string Name { get; init; }

    /// <summary>The options of the list's address.</summary>
    public required string Query { get; init; }

    public required string Sharing { get; init; }
    public string? SharedRole { get; init; }

    /// <summary>The owner's name, also after they have left.</summary>
    public required string Owner { get; init; }

    public bool IsMine { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    [RowVersion] public uint Version { get; init; }

    internal static void Configure(EntityTypeBuilder<ViewRow> row)
    {
        row.HasNoKey().ToTable((string?)null);
        row.Property(r => r.Version).HasColumnType("xid");
    }

    // Roles and names live in the schema of accounts, which is the platform's too.
    internal static IQueryable<ViewRow> Of(PlatformDb db, ICurrentUser user)
    {
        var me = user.StaffId;
        var rights = (user as CurrentUser)?.Permissions;
        var (all, held) = (user is CurrentUser && rights is null, rights?.ToArray() ?? []);
        return db.Set<ViewRow>().FromSql($"""
            SELECT view.id, view.module, view.set, view.name, view.query, view.sharing, view.shared_role, coalesce(account.name, '') AS owner,
                view.owner_id = {me} AS is_mine, view.changed_at, view.xmin AS version
            FROM platform.saved_view AS view
            LEFT JOIN identity.account AS account ON account.id = view.owner_id
            WHERE {me}::uuid IS NOT NULL AND ({all} OR view.permission IS NULL OR view.permission = ANY({held}))
                AND (view.owner_id = {me} OR view.sharing = {ViewSharing.Everyone} OR view.sharing = {ViewSharing.Role} AND EXISTS (
                    SELECT FROM identity.account_role AS member JOIN identity.role AS role ON role.id = member.role_id
                    WHERE member.user_id = {me} AND role.name = view.shared_role))
            """).AsNoTracking();
    }

    internal static void Describe(Board<ViewRow> board) => board
        .Title(v => v.Name, v => v.Set)
        .Columns(v => v.Name, v => v.Module, v => v.Set, v => v.Sharing, v => v.Owner, v => v.ChangedAt)
        .Search(v => v.Name)
        .Filters(v => v.Sharing, v => v.IsMine)
        .OrderBy("Name")
        .State(v => v.Sharing)
        .View("mine", "IsMine eq true")
        .View("shared", "IsMine eq false")
        // Each list leads to its own views.
        .NotInNavigation()
        .Action<CopyView>("copy", PlatformPermissions.SaveViews, c => c.ViewId)
        .Insert<SaveView>(PlatformPermissions.SaveViews)
        .Update<ChangeView>(PlatformPermissions.SaveViews, c => c.Id, c => c.Version)
        .Delete<DeleteView>(PlatformPermissions.SaveViews, c => c.Id, c => c.Version);
}
