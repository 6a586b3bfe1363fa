namespace IJJO.Platform.Web;

/// <summary>Tabs with counts; each is a link.</summary>
/// <example><code>&lt;Tabs Label="@L["views"]" Items="tabs" /&gt;</code></example>
public partial class Tabs;
