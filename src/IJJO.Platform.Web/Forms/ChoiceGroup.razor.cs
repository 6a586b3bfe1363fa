namespace IJJO.Platform.Web;

/// <summary>One choice out of a few, all visible (radio buttons).</summary>
/// <example><code>&lt;ChoiceGroup Name="Kind" Label="@L["kind"]" Choices="kinds" Required /&gt;</code></example>
public partial class ChoiceGroup;
