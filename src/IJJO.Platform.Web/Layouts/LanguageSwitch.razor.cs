namespace IJJO.Platform.Web;

/// <summary>The interface languages, each leading to the same page: by the first part of the path, or on staff pages by <c>?lang=</c>.</summary>
/// <example><code>&lt;LanguageSwitch /&gt;</code></example>
public partial class LanguageSwitch;
