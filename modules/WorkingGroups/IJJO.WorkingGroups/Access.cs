using IJJO.Platform;
using IJJO.WorkingGroups.Groups;
using IJJO.WorkingGroups.Members;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups;

/// <summary>What the person who asks may do in one group.</summary>
/// <param name="Manages">Staff who look after every group.</param>
/// <param name="Convenes">Staff who convene this one.</param>
/// <param name="Member">Their membership, current or not.</param>
public sealed record Access(bool Manages, bool Convenes, Member? Member)
{
    /// <summary>Only staff see the real names: members trust the group with the name they chose.</summary>
    public bool SeesPeople => Manages || Convenes;

    public bool Leads => SeesPeople || Member is { Leads: true };
    public bool Reads => Leads || Member is { IsActive: true };
    public bool Posts => SeesPeople || Member is { MayPost: true };
}

internal sealed class GroupAccess(WorkingGroupsDb db, ICurrentUser user)
{
    public async Task<Access> ToAsync(Group group, CancellationToken cancel) =>
        new(user.StaffId is not null && user.Has(WorkingGroupsPermissions.Manage), ConvenesAsStaff(group), await MembershipAsync(group.Id, cancel));

    public Task<Member?> MembershipAsync(Guid groupId, CancellationToken cancel) =>
        user.PartyId is { } party
            ? db.Members.FirstOrDefaultAsync(member => member.GroupId == groupId && member.PartyId == party, cancel)
            : Task.FromResult<Member?>(null);

    /// <summary>The groups that this member of staff leads.</summary>
    public IQueryable<Group> Led() => Led(db, user);

    /// <summary>The same, for the row rights of read models.</summary>
    public static IQueryable<Group> Led(WorkingGroupsDb db, ICurrentUser user) =>
        user.StaffId is not { } staff ? db.Groups.Where(_ => false)
        : user.Has(WorkingGroupsPermissions.Manage) ? db.Groups
        : user.Has(WorkingGroupsPermissions.Convene) ? db.Groups.Where(group => group.ConvenerStaffId == staff)
        : db.Groups.Where(_ => false);

    private bool ConvenesAsStaff(Group group) =>
        user.StaffId is { } staff && group.ConvenerStaffId == staff && user.Has(WorkingGroupsPermissions.Convene);
}
