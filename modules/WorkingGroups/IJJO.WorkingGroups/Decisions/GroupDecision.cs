using IJJO.WorkingGroups.Groups;

namespace IJJO.WorkingGroups.Decisions;

/// <summary>What a group decided, under a number that never changes: <c>WG-restorative-quality-D-3</c>.</summary>
public sealed class GroupDecision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required int Number { get; init; }
    public required LocalText Title { get; set; }
    public required LocalText Text { get; set; }
    public required DecisionOutcome Outcome { get; init; }
    public required DateOnly DecidedOn { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The thread that led to it.</summary>
    public Guid? ThreadId { get; init; }

    public bool IsPublic { get; init; } = true;

    public static string Reference(string slug, int number) => $"WG-{slug}-D-{number}";
}

/// <summary>How a proposal before the group ended.</summary>
public enum DecisionOutcome
{
    Adopted,
    Rejected,
    Deferred,
}
