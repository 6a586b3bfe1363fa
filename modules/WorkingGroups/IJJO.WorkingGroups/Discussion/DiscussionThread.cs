namespace IJJO.WorkingGroups.Discussion;

/// <summary>A subject under discussion in a group.</summary>
public sealed class DiscussionThread
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required string Title { get; set; }
    public required string Language { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset LastPostAt { get; set; }
}
