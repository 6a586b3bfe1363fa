namespace IJJO.Platform.Web;

/// <summary>What something means for the reader, shown by colour beside words.</summary>
public enum Tone
{
    /// <summary>Nothing in particular.</summary>
    Neutral,

    /// <summary>For information.</summary>
    Info,

    /// <summary>Went well.</summary>
    Good,

    /// <summary>Needs attention.</summary>
    Warn,

    /// <summary>Went wrong, or will.</summary>
    Bad,

    /// <summary>The site's own accent.</summary>
    Accent,
}

/// <summary>The CSS classes of tones.</summary>
internal static class ToneCss
{
    public static string Css(this Tone tone) => tone == Tone.Neutral ? "" : tone.ToString().ToLowerInvariant();
}
