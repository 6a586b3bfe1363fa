namespace IJJO.Platform.Web;

/// <summary>The list of everything to correct, announced, focused and linked to the fields. <see cref="PlatformForm"/> shows one by itself.</summary>
/// <example><code>&lt;ErrorSummary Errors="errors" /&gt;</code></example>
public partial class ErrorSummary;
