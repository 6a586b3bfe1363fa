namespace IJJO.WorkingGroups;

/// <summary>Names the texts of this module: <c>Resources/Text*.resx</c>.</summary>
internal sealed class Text;
