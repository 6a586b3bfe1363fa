namespace IJJO.Evaluation.Assessments;

internal static class Score
{
    /// <summary>A mean as it is shown, in the reader's notation; a dash where nothing was scored.</summary>
    public static string Of(decimal? mean) => mean?.ToString("0.0#", System.Globalization.CultureInfo.CurrentUICulture) ?? "–";
}
