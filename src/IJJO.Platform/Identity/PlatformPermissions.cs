namespace IJJO.Platform.Identity;

/// <summary>What the platform's own pages ask for.</summary>
internal static class PlatformPermissions
{
    /// <summary>People, roles, modules, the organisation, failed events.</summary>
    internal const string Administer = "platform.administer";

    internal const string ReadAudit = "platform.audit.read";

    /// <summary>The case page with its timeline. Not for evaluators: it names the party, and evaluation is blind.</summary>
    internal const string ReadCases = "platform.cases.read";

    /// <summary>The dashboard of background jobs.</summary>
    internal const string Jobs = "platform.jobs";

    /// <summary>The terms of the vocabularies.</summary>
    internal const string EditVocabularies = "platform.vocabularies.edit";

    /// <summary>Views of one's own, with their feeds and alerts.</summary>
    internal const string SaveViews = "platform.views.save";

    /// <summary>Views for others.</summary>
    internal const string ShareViews = "platform.views.share";

    internal static readonly IReadOnlyList<Permission> All =
    [
        new(Administer),
        new(ReadAudit, Roles.DataProtectionOfficer),
        new(ReadCases, Roles.Coordinator, Roles.DataProtectionOfficer),
        new(Jobs),
        new(EditVocabularies, Roles.Coordinator),
        new(SaveViews, Roles.Coordinator, Roles.Evaluator, Roles.Editor, Roles.Convener, Roles.DataProtectionOfficer),
        new(ShareViews, Roles.Coordinator),
    ];
}
