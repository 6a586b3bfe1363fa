namespace IJJO.Outreach.Deliveries;

/// <summary>A delivery that this host has taken, and the fence under which it may write.</summary>
internal sealed record Claim(
    Guid Id, long Fence, string Recipient, byte[] Content, string Class, string Campaign, string Subject,
    Guid? PartyId, Guid? CaseId, Guid? MessageId, int Attempts, DateTimeOffset DueAt)
{
    internal static Claim Of(Delivery d) => new(
        d.Id, d.Fence, d.Recipient, d.Content ?? [], d.Class, d.Campaign, d.Subject, d.PartyId, d.CaseId, d.MessageId, d.Attempts, d.DueAt);
}
