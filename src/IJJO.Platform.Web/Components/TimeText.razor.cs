namespace IJJO.Platform.Web;

/// <summary>A date or moment in the reader’s language, with its machine form.</summary>
/// <example><code>&lt;TimeText At="proposal.SentAt" Clock /&gt;</code></example>
public partial class TimeText;
