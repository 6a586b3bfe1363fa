namespace IJJO.Platform.Web;

/// <summary>Yes or no, such as one consent. <see cref="FormField.Value"/> <c>"true"</c> ticks it at first.</summary>
/// <example><code>&lt;CheckField Name="ConsentNewsletter" Label="@L["consent.newsletter"]" Hint="@L["consent.withdraw"]" /&gt;</code></example>
public partial class CheckField;
