namespace IJJO.Platform.Web;

/// <summary>A text to copy: a token, an address, a citation.</summary>
/// <example><code>&lt;CopyText Id="citation" Text="@advance.Citation" /&gt;</code></example>
public partial class CopyText;
