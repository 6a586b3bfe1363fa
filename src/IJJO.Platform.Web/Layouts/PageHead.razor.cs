namespace IJJO.Platform.Web;

/// <summary>Title, description and the other languages of a page (<c>hreflang</c>).</summary>
/// <example><code>&lt;PageHead Title="@L["feed.title"]" Description="@L["feed.about"]" /&gt;</code></example>
public partial class PageHead;
