namespace IJJO.WorkingGroups.Groups;

/// <summary>What a group wants to have done by when. The first date is kept, so that the slip can be seen.</summary>
public sealed class Milestone
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required LocalText Title { get; init; }
    public required DateOnly FirstDue { get; init; }
    public required DateOnly Due { get; set; }
    public DateOnly? DoneOn { get; set; }

    public int SlipInDays => Due.DayNumber - FirstDue.DayNumber;

    public bool IsLate(DateOnly today) => DoneOn is null && Due < today;
}
