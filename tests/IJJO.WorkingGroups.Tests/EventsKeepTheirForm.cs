using System.Text.Json;
using IJJO.Platform;
using IJJO.Platform.Events;
using IJJO.Platform.Testing;
using IJJO.WorkingGroups.Contracts;

namespace IJJO.WorkingGroups.Tests;

/// <summary>Other modules read these events by name and member: a change here breaks them, so it needs a new version of the event.</summary>
public sealed class EventsKeepTheirForm
{
    private static readonly Guid Id = new("0198f000-0000-7000-8000-000000000001");
    private static readonly Dictionary<string, string> Titles = new() { ["en"] = "Restorative quality", ["es"] = "Calidad restaurativa" };

    public static TheoryData<object> Events => [
        new GroupChanged(Id, "Restorative quality", Titles, "restorative-quality", "active", "networks", ["mediation"]),
        new MemberJoined(Id, "Restorative quality", Id, Id, Id, "A mediator"),
        new Posted(Id, "Restorative quality", "Voluntariness", [Id]),
        new OutputRecorded(Id, "Restorative quality", Id, "Ten criteria", [Id]),
        new OutputOffered(
            Id, Id, "Restorative quality", "Ten criteria", "Preparation first.", "https://example.org/criteria", "en", "good-practice", ["mediation"], ["BE"],
            ["A mediator"], [Id]),
    ];

    [Theory]
    [MemberData(nameof(Events), DisableDiscoveryEnumeration = true)]
    public void The_json_of_an_event_equals_its_golden_file(object e)
    {
        var golden = Path.Combine(TestPlaces.Repository, "tests/IJJO.WorkingGroups.Tests/Golden", $"{EventNameAttribute.Of(e.GetType())}.json");
        var written = JsonSerializer.Serialize(e, e.GetType(), new JsonSerializerOptions(EventJson.Options) { WriteIndented = true });
        Assert.Equal(File.ReadAllText(golden).ReplaceLineEndings().Trim(), written.ReplaceLineEndings());
    }
}
