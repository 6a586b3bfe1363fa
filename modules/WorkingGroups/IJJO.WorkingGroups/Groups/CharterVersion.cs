namespace IJJO.WorkingGroups.Groups;

/// <summary>One version of a group's charter. The highest approved one is in force.</summary>
public sealed class CharterVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required int Number { get; init; }
    public required LocalText Text { get; init; }
    public required string WrittenBy { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public string? ApprovedBy { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }

    public void Approve(string by, DateTimeOffset now) => (ApprovedBy, ApprovedAt) = (by, now);
}
