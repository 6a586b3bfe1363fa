namespace IJJO.Platform.Web;

/// <summary>Several lines of text. The field grows with what is typed.</summary>
/// <example><code>&lt;TextArea Name="Summary" Label="@L["summary"]" Rows="8" maxlength="4000" /&gt;</code></example>
public partial class TextArea;
