namespace IJJO.Platform.Web;

/// <summary>One or several files; the form needs <c>Multipart</c>. Browsers do not show a chosen file again after an error: say so in the hint.</summary>
/// <example><code>&lt;FileField Name="Attachments" Label="@L["files"]" Accept=".pdf,.docx" Multiple /&gt;</code></example>
public partial class FileField;
