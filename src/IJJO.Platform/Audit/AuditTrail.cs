using System.Globalization;
using IJJO.Platform.Identity;
using IJJO.Platform.OData;

namespace IJJO.Platform.Audit;

internal sealed class AuditTrail(IdentityDb db, ICurrentUser user, AfterCommit afterCommit) : IAudit
{
    public Task DidAsync(string command, object? target, CancellationToken cancel) => AddAsync(AuditKind.Did, command, target, cancel);

    public Task OpenedAsync(string record, object target, CancellationToken cancel) => AddAsync(AuditKind.Opened, record, target, cancel);

    private async Task AddAsync(AuditKind kind, string what, object? target, CancellationToken cancel)
    {
        if (user.StaffId is not { } staff) return;
        var entry = new AuditEntry { Kind = kind, StaffId = staff, What = what, Target = Cut(Convert.ToString(target, CultureInfo.InvariantCulture)) };
        await afterCommit.DoAsync(() =>
        {
            db.Audit.Add(entry);
            return db.SaveChangesAsync(cancel);
        });
    }

    // A key of texts may be longer than the column; its beginning says enough.
    private static string? Cut(string? target) => target is { Length: > AuditEntry.LongestTarget } ? target[..AuditEntry.LongestTarget] : target;
}
