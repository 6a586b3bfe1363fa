using IJJO.Outreach.Deliveries;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach;

/// <summary>What this module holds about a party.</summary>
internal sealed class OutreachPersonalData(OutreachDb db, Ledger ledger) : IPersonalData
{
    public async Task<IReadOnlyDictionary<string, object>> ExportAsync(Guid partyId, CancellationToken cancel)
    {
        var recipient = await db.Recipients.AsNoTracking().SingleOrDefaultAsync(r => r.PartyId == partyId, cancel);
        return new Dictionary<string, object>
        {
            ["recipient"] = recipient is null ? new { } : new { recipient.Name, recipient.EntityName, recipient.Email, recipient.Language, recipient.Consents },
            ["messages"] = await db.Messages.AsNoTracking().Where(m => m.PartyId == partyId).OrderBy(m => m.Id)
                .Select(m => new { m.Reference, m.Subject, m.Body, m.Language, m.State, m.CreatedAt, m.SentAt }).ToListAsync(cancel),
            ["offers"] = await db.Offers.AsNoTracking().Where(o => o.PartyId == partyId)
                .Select(o => new { o.Reference, o.Action, o.GroupTitle, o.Reason, o.Answer, o.AnswerReason, o.PreferredDate, o.DisplayAs, o.Pseudonym, o.AnsweredAt }).ToListAsync(cancel),
            ["deliveries"] = await db.Deliveries.AsNoTracking().Where(d => d.PartyId == partyId).OrderBy(d => d.Id)
                .Select(d => new { d.Recipient, d.ToName, d.Subject, d.State, d.CreatedAt, d.SettledAt }).ToListAsync(cancel),
            ["suppressions"] = await db.Suppressions.AsNoTracking().Where(s => recipient != null && s.Address == recipient.Email)
                .Select(s => new { s.Address, s.Scope, s.Reason, s.Evidence, s.AddedAt }).ToListAsync(cancel),
        };
    }

    public async Task<IReadOnlyDictionary<string, int>> EraseAsync(Guid partyId, CancellationToken cancel)
    {
        var recipient = await db.Recipients.SingleOrDefaultAsync(r => r.PartyId == partyId, cancel);
        var deliveries = await ledger.ForgetAsync(partyId, recipient?.Email, cancel);
        var messages = await db.Messages.Where(m => m.PartyId == partyId).ToListAsync(cancel);
        messages.ForEach(m => m.Forget());
        var offers = await db.Offers.Where(o => o.PartyId == partyId).ToListAsync(cancel);
        offers.ForEach(o => o.Forget());
        var suppressions = recipient is null ? [] : await db.Suppressions.Where(s => s.Address == recipient.Email).ToListAsync(cancel);
        db.RemoveRange(suppressions);
        if (recipient is not null) db.Remove(recipient);
        await db.SaveChangesAsync(cancel);
        return new Dictionary<string, int>
        {
            ["recipient"] = recipient is null ? 0 : 1, ["message"] = messages.Count, ["offer"] = offers.Count, ["delivery"] = deliveries,
            ["suppression"] = suppressions.Count,
        };
    }
}
