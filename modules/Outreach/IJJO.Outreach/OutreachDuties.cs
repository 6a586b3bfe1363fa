using IJJO.Outreach.Deliveries;
using IJJO.Outreach.Messages;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IJJO.Outreach;

/// <summary>Drafts to approve, and deliveries that a person must decide about.</summary>
internal sealed class OutreachDuties(OutreachDb db, IStringLocalizer<Text> texts) : IDuties
{
    public async Task<IReadOnlyList<Duty>> ForAsync(ICurrentUser user, CancellationToken cancel)
    {
        var duties = new List<Duty>();
        if (user.Has(OutreachPermissions.Deliveries))
        {
            var stuck = await db.Deliveries.AsNoTracking().Where(d => d.State == DeliveryState.Ambiguous || d.State == DeliveryState.Held)
                .OrderBy(d => d.Id).Take(25).Select(d => new { d.Id, d.State, d.Subject, d.ToName, d.CreatedAt }).ToListAsync(cancel);
            duties.AddRange(stuck.Select(d => new Duty(
                texts[d.State == DeliveryState.Held ? "duty.held" : "duty.ambiguous", d.Subject.Length > 0 ? d.Subject : d.ToName], texts["duty.look"],
                $"/staff/outreach/Deliveries/{d.Id}", d.CreatedAt)));
        }

        if (user.Has(OutreachPermissions.Approve))
        {
            var drafts = await db.Messages.AsNoTracking().Where(m => m.State == MessageState.Draft || m.State == MessageState.Held)
                .OrderBy(m => m.Id).Take(25).Select(m => new { m.Id, m.Reference, m.ToName, m.State, m.CreatedAt }).ToListAsync(cancel);
            duties.AddRange(drafts.Select(m => new Duty(
                texts["duty.draft", m.Reference, m.ToName], texts[m.State == MessageState.Held ? "duty.mend" : "duty.approve"],
                $"/staff/outreach/messages/{m.Id}", m.CreatedAt.AddDays(2))));
        }

        return duties;
    }
}
