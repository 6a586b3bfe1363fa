using IJJO.Platform;
using IJJO.WorkingGroups.Contracts;

namespace IJJO.WorkingGroups.Groups;

/// <summary>A working group: proposed, then chartered, then active until its sunset date, when it is renewed or closed with a report.</summary>
public sealed class Group
{
    private readonly List<CharterVersion> _charter = [];
    private readonly List<Milestone> _milestones = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Slug { get; init; }
    public required LocalText Title { get; set; }
    public LocalText Purpose { get; set; } = LocalText.None;
    public required string LineOfWork { get; set; }
    public string[] Themes { get; set; } = [];
    public GroupState State { get; private set; }
    public DateOnly? Sunset { get; private set; }
    /// <summary>For which sunset date the reminder was sent, so that each date is reminded of once.</summary>
    public DateOnly? RemindedOf { get; set; }
    public Guid? ConvenerStaffId { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? CharteredAt { get; private set; }
    public DateTimeOffset? ActiveAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public string? Report { get; private set; }
    public int LastDecision { get; private set; }
    public uint Version { get; private set; }

    public IReadOnlyList<CharterVersion> Charter => _charter;
    public IReadOnlyList<Milestone> Milestones => _milestones;

    public bool IsClosed => State == GroupState.Closed;

    /// <summary>A group takes members from its charter on, so that it can find them before it starts.</summary>
    public bool TakesMembers => State is GroupState.Chartered or GroupState.Active;

    /// <summary>Proposals are an internal matter until they have a charter.</summary>
    public bool IsPublic => State != GroupState.Proposed;

    public CharterVersion? ApprovedCharter => _charter.Where(version => version.ApprovedAt is not null).MaxBy(version => version.Number);

    public CharterVersion? DraftCharter => _charter.MaxBy(version => version.Number) is { ApprovedAt: null } draft ? draft : null;

    /// <summary>Keeps the text as a new version; a version that nobody has approved yet is replaced.</summary>
    public CharterVersion WriteCharter(LocalText text, string by, DateTimeOffset now)
    {
        var number = DraftCharter?.Number ?? _charter.Count + 1;
        if (DraftCharter is { } draft) _charter.Remove(draft);
        var version = new CharterVersion { GroupId = Id, Number = number, Text = text, WrittenBy = by, WrittenAt = now };
        _charter.Add(version);
        return version;
    }

    public bool ApproveCharter(string by, DateTimeOffset now)
    {
        if (DraftCharter is not { } draft) return false;
        draft.Approve(by, now);
        return true;
    }

    public void BecomeChartered(DateOnly sunset, DateTimeOffset now)
    {
        State = GroupState.Chartered;
        Sunset = sunset;
        CharteredAt = now;
    }

    public void Activate(DateTimeOffset now)
    {
        State = GroupState.Active;
        ActiveAt = now;
    }

    public void Close(string report, DateTimeOffset now)
    {
        State = GroupState.Closed;
        Report = report;
        ClosedAt = now;
    }

    public void Renew(DateOnly sunset) => Sunset = sunset;

    public int NextDecision() => ++LastDecision;

    public Milestone Plan(LocalText title, DateOnly due)
    {
        var milestone = new Milestone { GroupId = Id, Title = title, Due = due, FirstDue = due };
        _milestones.Add(milestone);
        return milestone;
    }

    public GroupChanged Changed() => new(Id, Title.Any, Title.ByLanguage(), Slug, State.ToString().ToLowerInvariant(), LineOfWork, Themes);
}
