namespace IJJO.Platform;

/// <summary>The places on the platform's pages where modules may put a component.</summary>
/// <example><code>module.Slot&lt;LatestAdvances&gt;(Slots.Home, order: 20).Slot&lt;FeedLinks&gt;(Slots.PublicHead);</code></example>
public static class Slots
{
    /// <summary>The public home page.</summary>
    public const string Home = "home";

    /// <summary>The staff page of one case; components get the parameter <c>CaseId</c> (<see cref="Guid"/>).</summary>
    public const string Case = "case";

    /// <summary>The staff home page, below the duties.</summary>
    public const string StaffHome = "staff-home";

    /// <summary>The head of every public page, for feed discovery links.</summary>
    public const string PublicHead = "public-head";
}
