using System.Text.Json.Serialization;

namespace IJJO.Platform;

/// <summary>
/// An event that belongs on the timeline of cases or of a party. The platform projects it when it is dispatched; the sentence is the text
/// <c>timeline.{event name}</c> in the publisher's resources, with <c>{property}</c> placeholders filled from the event's JSON.
/// </summary>
/// <example><code>
/// [EventName("evaluation.decided.v1")]
/// public sealed record EvaluationDecided(Guid CaseId, Guid PartyId, string Action) : ITimelineEvent
/// {
///     IReadOnlyList&lt;Guid&gt; ITimelineEvent.Cases =&gt; [CaseId];
///     Guid? ITimelineEvent.Party =&gt; PartyId;
/// }
/// // Text.resx: timeline.evaluation.decided.v1 = "Decided: {action}"
/// </code></example>
public interface ITimelineEvent
{
    /// <summary>The cases (proposals) it concerns.</summary>
    [JsonIgnore]
    IReadOnlyList<Guid> Cases { get; }

    /// <summary>The party it concerns, if one.</summary>
    [JsonIgnore]
    Guid? Party { get; }

    /// <summary>Whether the party may read it on its own status page.</summary>
    [JsonIgnore]
    bool ShownToParty => false;
}
