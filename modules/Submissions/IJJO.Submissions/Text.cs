namespace IJJO.Submissions;

/// <summary>Names the module's texts for <c>IStringLocalizer&lt;Text&gt;</c>.</summary>
internal sealed class Text;
