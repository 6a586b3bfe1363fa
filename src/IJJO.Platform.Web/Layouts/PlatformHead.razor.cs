namespace IJJO.Platform.Web;

/// <summary>What every document has in its <c>head</c>: character set, viewport, styles and the small script. The host’s root component uses it once.</summary>
/// <example><code>&lt;head&gt;&lt;PlatformHead /&gt;&lt;HeadOutlet /&gt;&lt;/head&gt;</code></example>
public partial class PlatformHead;
