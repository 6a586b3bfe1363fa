using System.Reflection;

namespace IJJO.Platform;

/// <summary>
/// The wire name of an event: <c>module.what-happened.vN</c>. Publisher and consumer may each have their own record; the name and the JSON join them.
/// </summary>
/// <param name="name">For example <c>submissions.proposal-submitted.v1</c>.</param>
/// <example><code>
/// [EventName("submissions.proposal-withdrawn.v1")]
/// public sealed record ProposalWithdrawn(Guid ProposalId, Guid PartyId);
/// </code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>The wire name.</summary>
    public string Name { get; } = name;

    /// <summary>The event waits until somebody can handle it, instead of being done when nobody listens (a mail while Outreach is off).</summary>
    public bool Waits { get; init; }

    /// <summary>The wire name of an event record.</summary>
    /// <param name="eventType">The record.</param>
    /// <returns>Its name.</returns>
    /// <exception cref="InvalidOperationException">The record has no <see cref="EventNameAttribute"/>.</exception>
    public static string Of(Type eventType) => On(eventType).Name;

    internal static EventNameAttribute On(Type eventType) =>
        eventType.GetCustomAttribute<EventNameAttribute>()
        ?? throw new InvalidOperationException($"{eventType.FullName} has no [EventName(\"…\")].");
}
