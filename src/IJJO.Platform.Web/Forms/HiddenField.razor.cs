namespace IJJO.Platform.Web;

/// <summary>A value that travels with the form unseen. Anybody can change it: the handler checks rights again.</summary>
/// <example><code>&lt;HiddenField Name="ProposalId" Value="@ProposalId.ToString()" /&gt;</code></example>
public partial class HiddenField;
