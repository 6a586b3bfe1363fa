using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.Jobs;

/// <summary>
/// What the dashboard of Hangfire writes into its pages beyond its style sheets, and may, by hash: the animation of its chart (Chart.js 2) as an element of the
/// first page, and empty style attributes on the page of a job. After an update of Hangfire the browser's console says which hashes it needs.
/// </summary>
internal sealed record DashboardStyles(string Elements, string Attributes)
{
    internal static readonly DashboardStyles None = new("", "");

    private static readonly DashboardStyles
        FirstPage = new(" 'sha256-z7zcnw/4WalZqx+PrNaRnoeLz/G9WXuFqV1WCJ129sg='", ""),
        OtherPages = new("", "style-src-attr 'unsafe-hashes' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; ");

    internal static DashboardStyles For(PathString path) =>
        !path.StartsWithSegments(JobsRegistration.Dashboard, out var page) ? None : page.Value is "" or "/" or null ? FirstPage : OtherPages;
}
