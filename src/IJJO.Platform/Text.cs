namespace IJJO.Platform;

/// <summary>Marks the platform's own resources.</summary>
public sealed class Text;
