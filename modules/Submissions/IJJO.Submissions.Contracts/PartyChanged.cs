using IJJO.Platform;

namespace IJJO.Submissions.Contracts;

/// <summary>A party is new or has changed: whoever keeps a copy of its name and address renews it.</summary>
[EventName("submissions.party-changed.v1")]
public sealed record PartyChanged(Guid PartyId, string Name, string? EntityName, string Email, string Language, string Country);

/// <summary>A party has given or taken back its consent to one purpose.</summary>
[EventName("submissions.consent-changed.v1")]
public sealed record ConsentChanged(Guid PartyId, string Purpose, bool Given, DateTimeOffset At);

/// <summary>A party has had its data erased: whoever keeps any forgets it.</summary>
[EventName("submissions.party-erased.v1")]
public sealed record PartyErased(Guid PartyId);
