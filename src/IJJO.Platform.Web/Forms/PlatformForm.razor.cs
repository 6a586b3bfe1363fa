namespace IJJO.Platform.Web;

/// <summary>A form that posts to its own page: antiforgery token, list of errors, values kept, and with script sent once and unsent text kept.</summary>
/// <example><code>
/// &lt;PlatformForm Name="withdraw" State="form" OnSubmit="Withdraw"&gt;
///     &lt;TextArea Name="Reason" Label="@L["withdraw.reason"]" /&gt;
///     &lt;SubmitButton&gt;@L["withdraw.do"]&lt;/SubmitButton&gt;
/// &lt;/PlatformForm&gt;
/// </code></example>
public partial class PlatformForm;
