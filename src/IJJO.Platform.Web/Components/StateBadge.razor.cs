namespace IJJO.Platform.Web;

/// <summary>The state of something, in words with a colour.</summary>
/// <example><code>&lt;StateBadge Text="@L["state.sent"]" Tone="Tone.Good" /&gt;</code></example>
public partial class StateBadge;
