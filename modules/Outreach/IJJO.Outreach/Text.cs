namespace IJJO.Outreach;

/// <summary>Marks the module's texts for <c>IStringLocalizer&lt;Text&gt;</c>.</summary>
internal sealed class Text;
