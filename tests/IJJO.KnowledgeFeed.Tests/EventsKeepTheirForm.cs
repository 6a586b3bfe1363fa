using System.Text.Json;
using IJJO.KnowledgeFeed.Contracts;
using IJJO.Platform;
using IJJO.Platform.Events;
using IJJO.Platform.Testing;

namespace IJJO.KnowledgeFeed.Tests;

/// <summary>Other modules read these events by name and member: a change here breaks them, so it needs a new version of the event.</summary>
public sealed class EventsKeepTheirForm
{
    private static readonly Guid One = new("0198f000-0000-7000-8000-000000000001");
    private static readonly Guid Two = new("0198f000-0000-7000-8000-000000000002");
    private static readonly Guid Three = new("0198f000-0000-7000-8000-000000000003");

    public static TheoryData<object> Events => [
        new AdvanceDrafted(One, "Restorative practices in schools", Two, [Three]),
        new AdvancePublished(One, "restorative-practices-in-schools", "Restorative practices in schools", Two, [Three]),
    ];

    [Theory]
    [MemberData(nameof(Events), DisableDiscoveryEnumeration = true)]
    public void The_json_of_an_event_equals_its_golden_file(object e)
    {
        var golden = Path.Combine(TestPlaces.Repository, "tests/IJJO.KnowledgeFeed.Tests/Golden", $"{EventNameAttribute.Of(e.GetType())}.json");
        var written = JsonSerializer.Serialize(e, e.GetType(), new JsonSerializerOptions(EventJson.Options) { WriteIndented = true });
        Assert.Equal(File.ReadAllText(golden).ReplaceLineEndings().Trim(), written.ReplaceLineEndings());
    }
}
