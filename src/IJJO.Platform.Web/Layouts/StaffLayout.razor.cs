namespace IJJO.Platform.Web;

/// <summary>The layout of staff pages: navigation by module within the reader’s rights, languages, the user’s menu with sign-out (<c>POST /staff/sign-out</c>).</summary>
/// <example><code>@layout StaffLayout</code></example>
public partial class StaffLayout;
