namespace IJJO.Platform.Host;

/// <summary>Marks the host's resources.</summary>
internal sealed class Text;
