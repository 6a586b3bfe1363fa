namespace IJJO.Platform.Web;

/// <summary>An e-mail address.</summary>
/// <example><code>&lt;EmailField Name="Email" Label="@L["email"]" Hint="@L["email.hint"]" Required /&gt;</code></example>
public partial class EmailField;
