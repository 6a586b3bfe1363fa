namespace IJJO.Platform.Web;

/// <summary>Names the kit's own texts (<c>Resources/Text*.resx</c>) for <c>IStringLocalizer</c>.</summary>
internal sealed class Text;
