using IJJO.Platform;

namespace IJJO.Outreach;

/// <summary>What the module lets people do.</summary>
public static class OutreachPermissions
{
    public const string Read = "outreach.read";
    public const string Write = "outreach.write";
    public const string Approve = "outreach.approve";
    public const string Deliveries = "outreach.deliveries";
    public const string Suppress = "outreach.suppress";
    public const string Templates = "outreach.templates";

    internal static Permission[] All { get; } =
    [
        new(Read, Roles.Coordinator, Roles.DataProtectionOfficer),
        new(Write, Roles.Coordinator),
        new(Approve, Roles.Coordinator),
        new(Deliveries, Roles.Coordinator),
        new(Suppress, Roles.Coordinator, Roles.DataProtectionOfficer),
        new(Templates, Roles.Coordinator),
    ];
}
