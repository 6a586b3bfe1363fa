namespace IJJO.Platform;

/// <summary>
/// Something that a role may be allowed. Pages demand it with <c>[Authorize(Policy = key)]</c>. Its text is <c>permission.{key}</c> in the module's resources.
/// </summary>
/// <param name="Key">The module's key, a dot, and a verb: <c>submissions.read</c>.</param>
/// <param name="DefaultRoles">The shipped roles (<see cref="Roles"/>) that have it until an administrator decides otherwise.</param>
/// <example><code>
/// internal static class SubmissionsPermissions
/// {
///     internal const string Read = "submissions.read";
///     internal static readonly Permission[] All = [new(Read, Roles.Coordinator, Roles.Evaluator)];
/// }
/// </code></example>
public sealed record Permission(string Key, params string[] DefaultRoles);

/// <summary>The roles that ship; an administrator may add others and change what each may do. The administrator has every permission.</summary>
/// <example><code>new Permission("knowledge-feed.publish", Roles.Editor)</code></example>
public static class Roles
{
    /// <summary>Has every permission.</summary>
    public const string Administrator = "administrator";

    /// <summary>Runs the process from inbox to contact.</summary>
    public const string Coordinator = "coordinator";

    /// <summary>Scores proposals.</summary>
    public const string Evaluator = "evaluator";

    /// <summary>Reviews and publishes advances.</summary>
    public const string Editor = "editor";

    /// <summary>Leads working groups.</summary>
    public const string Convener = "convener";

    /// <summary>Answers for personal data.</summary>
    public const string DataProtectionOfficer = "data-protection-officer";
}
