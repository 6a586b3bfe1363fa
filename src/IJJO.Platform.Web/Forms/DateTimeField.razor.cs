namespace IJJO.Platform.Web;

/// <summary>A date and time in the zone of <see cref="FormState.TimeZone"/>, which the hint should name (<see cref="DateTimeOffset"/>).</summary>
/// <example><code>&lt;DateTimeField Name="SendAt" Label="@L["send-at"]" Hint="@L["time-is-utc"]" /&gt;</code></example>
public partial class DateTimeField;
