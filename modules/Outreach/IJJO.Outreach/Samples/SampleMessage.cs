using System.Text.Json;

namespace IJJO.Outreach.Samples;

/// <summary>What has become of the message to a sample recipient.</summary>
/// <param name="To">The name.</param>
/// <param name="State">Scheduled or sent.</param>
/// <param name="Days">When it leaves or has left, from today.</param>
/// <param name="Answer">What the party has answered.</param>
internal sealed record SampleMessage(string To, string State, int Days, string? Answer)
{
    public static IReadOnlyList<SampleMessage> Read()
    {
        using var stream = typeof(SampleMessage).Assembly.GetManifestResourceStream("IJJO.Outreach.Samples.messages.json")!;
        return JsonSerializer.Deserialize<List<SampleMessage>>(stream, JsonSerializerOptions.Web)!;
    }
}
