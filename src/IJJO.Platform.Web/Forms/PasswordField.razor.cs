namespace IJJO.Platform.Web;

/// <summary>A password; never shown again after a failed attempt. Read it with <see cref="FormState.Value"/>, since binding trims.</summary>
/// <example><code>&lt;PasswordField Name="Password" Label="@L["password"]" Required autocomplete="current-password" /&gt;</code></example>
public partial class PasswordField;
