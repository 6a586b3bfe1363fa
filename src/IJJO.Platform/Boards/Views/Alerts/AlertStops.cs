using System.Security.Cryptography;
using IJJO.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>The link in each mail of an alert by which it is stopped without signing in. It is sealed, not stored: it can do nothing else.</summary>
internal sealed class AlertStops(PlatformDb db, IDataProtectionProvider protection, ISite site)
{
    private readonly IDataProtector _seal = protection.CreateProtector("view-alert-stop");

    public Uri AddressOf(ViewAlert alert, string language) => site.Address($"/{language}/alerts/{_seal.Protect(alert.Id.ToString())}");

    public async Task<ViewAlert?> FindAsync(string secret, CancellationToken cancel)
    {
        try
        {
            return Guid.TryParse(_seal.Unprotect(secret), out var id) ? await db.ViewAlerts.AsNoTracking().FirstOrDefaultAsync(alert => alert.Id == id, cancel) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public Task StopAsync(ViewAlert alert, CancellationToken cancel) => db.ViewAlerts.Where(one => one.Id == alert.Id && one.OffReason == null)
        .ExecuteUpdateAsync(change => change.SetProperty(one => one.OffReason, AlertOff.Stopped), cancel);
}
