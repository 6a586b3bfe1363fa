namespace IJJO.Platform.Web;

/// <summary>The story of something, step by step.</summary>
/// <example><code>&lt;Timeline Steps="[.. entries.Select(TimelineStep.Of)]" /&gt;</code></example>
public partial class Timeline;
