namespace IJJO.Platform.Web;

/// <summary>Sends the form. With script it sends once, however often it is pressed.</summary>
/// <example><code>&lt;SubmitButton&gt;@L["proposal.send"]&lt;/SubmitButton&gt;</code></example>
public partial class SubmitButton;
