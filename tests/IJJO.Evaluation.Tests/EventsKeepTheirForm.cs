using System.Text.Json;
using IJJO.Evaluation.Contracts;
using IJJO.Platform;
using IJJO.Platform.Events;

namespace IJJO.Evaluation.Tests;

/// <summary>Other modules read these events by name and member: a change here breaks them, so it needs a new version of the event.</summary>
public sealed class EventsKeepTheirForm
{
    private static readonly Guid Id = new("0198f000-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset At = new(2026, 3, 16, 23, 59, 0, TimeSpan.Zero);

    public static TheoryData<object> Events => [
        new CaseAssigned(Id, Id, "Ines Navarro", At),
        new AssessmentSubmitted(Id, Id, "Ines Navarro", ["research", "training"]),
        new EvaluationDecided(Id, Id, Id, "S-2026-00007", "action-offered", "join-working-group", Id, "Restorative practices", "A clear question.", "Carla Costa"),
        new CaseReopened(Id, Id, Id, "The party has appealed.", "Carla Costa"),
    ];

    [Theory]
    [MemberData(nameof(Events), DisableDiscoveryEnumeration = true)]
    public void The_json_of_an_event_equals_its_golden_file(object e)
    {
        var golden = Path.Combine(Repository.Root, "tests/IJJO.Evaluation.Tests/Golden", $"{EventNameAttribute.Of(e.GetType())}.json");
        var written = JsonSerializer.Serialize(e, e.GetType(), new JsonSerializerOptions(EventJson.Options) { WriteIndented = true });
        Assert.Equal(File.ReadAllText(golden).ReplaceLineEndings().Trim(), written.ReplaceLineEndings());
    }
}
