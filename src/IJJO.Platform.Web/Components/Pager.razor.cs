namespace IJJO.Platform.Web;

/// <summary>Page links with how many rows there are; keeps the rest of the address.</summary>
/// <example><code>&lt;Pager Page="page" Size="20" Total="total" /&gt;</code></example>
public partial class Pager;
