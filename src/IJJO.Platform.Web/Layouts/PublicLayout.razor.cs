namespace IJJO.Platform.Web;

/// <summary>The layout of public pages: skip link, word mark, the modules’ links, languages, footer.</summary>
/// <example><code>@layout PublicLayout</code></example>
public partial class PublicLayout;
