namespace IJJO.WorkingGroups.Groups;

/// <summary>Where a group stands in its life.</summary>
public enum GroupState
{
    Proposed,
    Chartered,
    Active,
    Closed,
}
