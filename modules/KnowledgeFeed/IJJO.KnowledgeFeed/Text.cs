namespace IJJO.KnowledgeFeed;

/// <summary>Names the module's texts (<c>Resources/Text*.resx</c>) for <c>IStringLocalizer</c>.</summary>
internal sealed class Text;
