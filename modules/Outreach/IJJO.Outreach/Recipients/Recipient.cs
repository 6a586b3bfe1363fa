using IJJO.Platform;

namespace IJJO.Outreach.Recipients;

/// <summary>This module's own copy of what it needs to write to a party, kept current by events.</summary>
public sealed class Recipient
{
    public required Guid PartyId { get; init; }

    [Personal("address the party", LegalBasis.Consent, 730)]
    public required string Name { get; set; }

    [Personal("address the entity", LegalBasis.Consent, 730)]
    public string? EntityName { get; set; }

    [Personal("write to the party", LegalBasis.Consent, 730)]
    public required string Email { get; set; }

    [Personal("write in its language", LegalBasis.Consent, 730)]
    public required string Language { get; set; }

    /// <summary>The purposes the party has agreed to.</summary>
    [Personal("respect what was agreed to", LegalBasis.LegalObligation, 730)]
    public List<string> Consents { get; set; } = [];
}
