namespace IJJO.Platform.Web;

/// <summary>Text that a person wrote in Markdown, safely (<see cref="SafeMarkdown"/>).</summary>
/// <example><code>&lt;Markdown Text="@comment.Text" Lang="@comment.Language" /&gt;</code></example>
public partial class Markdown;
