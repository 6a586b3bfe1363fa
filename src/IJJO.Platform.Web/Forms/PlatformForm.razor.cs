namespace IJJO.Platform.Web;

/// <summary>A form that posts to its own page: antiforgery token, list of errors, values kept, and with script sent once and unsent text kept.</summary>
/// <example>See <see cref="FormState"/>.</example>
public partial class PlatformForm;
