namespace IJJO.Platform.Web;

/// <summary>The layout of pages that stand alone: sign-in, the page behind a mailed link, errors.</summary>
/// <example><code>@layout PlainLayout</code></example>
public partial class PlainLayout;
