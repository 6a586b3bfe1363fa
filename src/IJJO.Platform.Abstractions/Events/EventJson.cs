using System.Text.Json;
using System.Text.Json.Serialization;

namespace IJJO.Platform.Events;

/// <summary>How events are written and read: camel case, enumerations as text, unknown members ignored, so that records may grow.</summary>
/// <example><code>
/// var json = JsonSerializer.Serialize(new ProposalWithdrawn(proposal.Id, proposal.PartyId), EventJson.Options);
/// // {"proposalId":"…","partyId":"…"}
/// </code></example>
public static class EventJson
{
    /// <summary>The options; they never change, because stored events must stay readable.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
