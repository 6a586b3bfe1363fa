namespace IJJO.Platform.Web;

/// <summary>Text in another language than the page, with <c>lang</c> and <c>dir</c>.</summary>
/// <example><code>&lt;LangText Lang="@advance.Language" Text="@advance.Title" /&gt;</code></example>
public partial class LangText;
