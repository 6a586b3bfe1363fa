namespace IJJO.WorkingGroups.Members;

/// <summary>What a member is in the group.</summary>
public enum MemberRole
{
    Member,
    Convener,
    Secretary,

    /// <summary>Reads and does not post.</summary>
    Observer,
}

/// <summary>Whether somebody is in the group.</summary>
public enum MemberState
{
    Requested,
    Active,
    Left,
    Removed,
    Declined,
}

/// <summary>The name by which a member is shown.</summary>
public enum DisplayAs
{
    Name,
    Entity,
    Pseudonym,
}
