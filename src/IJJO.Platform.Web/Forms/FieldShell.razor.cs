namespace IJJO.Platform.Web;

/// <summary>Label, hint and errors around a control, for fields that the kit does not have. A field class inherits <see cref="FormField"/> and renders this.</summary>
/// <example><code>&lt;FieldShell Id="@Id" Label="@Label" Hint="@Hint" Errors="@Messages" Optional="!Required"&gt;&lt;input id="@Id" name="@Name" … /&gt;&lt;/FieldShell&gt;</code></example>
public partial class FieldShell;
