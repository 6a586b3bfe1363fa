namespace IJJO.WorkingGroups.Outputs;

/// <summary>Something that a group has made, and may offer to be published as an advance.</summary>
public sealed class Output
{
    private readonly List<Credit> _credits = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required string Title { get; set; }
    public required string Summary { get; set; }
    public required string Language { get; set; }
    public required string AdvanceType { get; set; }
    public string? Url { get; set; }
    public string[] Themes { get; set; } = [];
    public string[] Countries { get; set; } = [];
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? OfferedAt { get; private set; }
    public uint Version { get; private set; }

    public IReadOnlyList<Credit> Credits => _credits;

    public bool IsOffered => OfferedAt is not null;

    public void Offer(DateTimeOffset now) => OfferedAt = now;

    public void CreditTo(IEnumerable<Guid> memberIds)
    {
        Guid[] wanted = [.. memberIds.Distinct()];
        _credits.RemoveAll(credit => !wanted.Contains(credit.MemberId));
        for (var place = 1; place <= wanted.Length; place++)
        {
            var id = wanted[place - 1];
            if (_credits.Find(credit => credit.MemberId == id) is { } kept) kept.Place = place;
            else _credits.Add(new Credit { OutputId = Id, MemberId = id, Place = place });
        }
    }
}

/// <summary>A member named for an output. The name itself is read from the member, so that a changed choice is honoured.</summary>
public sealed class Credit
{
    public required Guid OutputId { get; init; }
    public required Guid MemberId { get; init; }
    public required int Place { get; set; }
}
