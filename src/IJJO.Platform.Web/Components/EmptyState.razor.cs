namespace IJJO.Platform.Web;

/// <summary>What a list says when it is empty: what, why, and what to do now.</summary>
/// <example><code>&lt;EmptyState Title="@L["inbox.empty"]"&gt;&lt;p&gt;@L["inbox.empty.why"]&lt;/p&gt;&lt;/EmptyState&gt;</code></example>
public partial class EmptyState;
