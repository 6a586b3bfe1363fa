namespace IJJO.Platform.Web;

/// <summary>One line of text.</summary>
/// <example><code>&lt;TextField Name="@nameof(SubmitProposal.Name)" Label="@L["your-name"]" Required autocomplete="name" /&gt;</code></example>
public partial class TextField;
