namespace IJJO.Platform.Web;

/// <summary>Light, dark or as the system; shown only where scripts run.</summary>
/// <example><code>&lt;ThemeSwitch /&gt;</code></example>
public partial class ThemeSwitch;
