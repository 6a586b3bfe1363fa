namespace IJJO.Platform.Web;

/// <summary>A place where modules put their components, in their order and within the reader's rights. One that fails takes down its page, so keep them small.</summary>
/// <example><code>&lt;ModuleSlot Name="@Slots.Case" Parameters="@(new Dictionary&lt;string, object&gt; { ["CaseId"] = CaseId })" /&gt;</code></example>
public partial class ModuleSlot;
