namespace IJJO.Platform.Web;

/// <summary>The organisation’s short name as its mark.</summary>
/// <example><code>&lt;WordMark Href="/en" Full /&gt;</code></example>
public partial class WordMark;
