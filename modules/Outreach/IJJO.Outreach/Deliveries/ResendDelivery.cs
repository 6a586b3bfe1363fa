using System.Text.Json;
using IJJO.Outreach.Requests;
using IJJO.Outreach.Transport;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach.Deliveries;

/// <summary>A delivery of unknown fate is sent again, with the same bytes; one that was kept back is rendered again first.</summary>
public sealed record ResendDelivery(Guid DeliveryId);

internal sealed class ResendDeliveryHandler(OutreachDb db, Ledger ledger, RequestedMail mails, Bell bell, ICurrentUser user) : ICommandHandler<ResendDelivery>
{
    public async Task<Result> Handle(ResendDelivery command, CancellationToken cancel)
    {
        if (await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == command.DeliveryId, cancel) is not { } delivery) return Result.NotFound();

        if (delivery is { State: DeliveryState.Held, HeldModel: { } request })
        {
            var again = await mails.MakeAsync(delivery.Id, JsonSerializer.Deserialize<MailRequested>(request)!);
            if (again.Content is null) return Result.Refused("outreach.still-held", again.LastError ?? "");
            if (!await ledger.ReleaseAsync(again, user.Name, cancel)) return Result.Refused("outreach.cannot-be-resent");
        }
        else if (!await ledger.ResendAsync(delivery.Id, user.Name, cancel))
        {
            return Result.Refused("outreach.cannot-be-resent");
        }

        bell.RingSoon();
        return Result.Ok();
    }
}

/// <summary>A delivery of unknown fate has arrived, as a person has found out.</summary>
public sealed record ConfirmDelivery(Guid DeliveryId);

internal sealed class ConfirmDeliveryHandler(OutreachDb db, Ledger ledger, Settlement settlement, ICurrentUser user) : ICommandHandler<ConfirmDelivery>
{
    public async Task<Result> Handle(ConfirmDelivery command, CancellationToken cancel)
    {
        if (await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == command.DeliveryId, cancel) is not { } delivery) return Result.NotFound();

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await ledger.ConfirmAsync(delivery.Id, user.Name, cancel)) return Result.Refused("outreach.not-ambiguous");
        await settlement.TellAsync(Claim.Of(delivery), new SmtpVerdict(DeliveryState.Accepted, ""), cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok();
    }
}
