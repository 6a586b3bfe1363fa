namespace IJJO.Platform.Web;

/// <summary>A message set apart from the text.</summary>
/// <example><code>&lt;Notice Tone="Tone.Good" Title="@L["saved"]" Announce&gt;@L["saved.next"]&lt;/Notice&gt;</code></example>
public partial class Notice;
