namespace IJJO.Platform.Web;

/// <summary>A calendar date; posts <c>yyyy-MM-dd</c> (<see cref="DateOnly"/>).</summary>
/// <example><code>&lt;DateField Name="Due" Label="@L["due"]" Required /&gt;</code></example>
public partial class DateField;
