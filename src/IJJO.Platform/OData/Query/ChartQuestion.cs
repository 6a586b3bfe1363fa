using Microsoft.OData.Edm;

namespace IJJO.Platform.OData;

/// <summary>
/// What a chart, figure or trend asks, as an <c>$apply</c>. It is written in one place, into <c>$metadata</c>; the browser and the pages without script both ask it.
/// It answers with rows of <see cref="Rows"/> and, for averages, <see cref="Average"/>, by the property or by the parts of its date.
/// </summary>
internal static class ChartQuestion
{
    public const string Rows = "InRows";
    public const string Average = "InAverage";
    public const string Year = "InYear";
    public const string Month = "InMonth";
    public const string Day = "InDay";

    /// <summary>A line reaches this far back, so that its question has an end however old the rows are.</summary>
    public const int Weeks = 26;
    public const int Months = 24;

    /// <summary>The weeks behind the trend of a figure.</summary>
    public const int TrendWeeks = 12;

    public static bool IsTime(BoardChart chart) => chart.Kind is ChartKind.Line or ChartKind.Weeks;

    /// <summary>The rows that a chart is about.</summary>
    public static string? FilterOf(BoardChart chart) => (chart.Filter, chart.AverageOf) switch
    {
        (var filter, null) => filter,
        (null, { } number) => $"{number} ne null",
        ({ } filter, { } number) => $"({filter}) and {number} ne null",
    };

    public static string Of(RowShape shape, BoardChart chart)
    {
        var filters = Filter(FilterOf(chart));
        var aggregate = $"aggregate($count as {Rows}{(chart.AverageOf is { } of ? $",{of} with average as {Average}" : "")})";
        return chart.Kind switch
        {
            ChartKind.Weeks => filters + Since(shape, chart.By, 7 * Weeks) + ByDate(chart.By, days: true, aggregate),
            ChartKind.Line => filters + Since(shape, chart.By, 31 * Months) + ByDate(chart.By, days: false, aggregate),
            _ => $"{filters}groupby(({chart.By}),{aggregate})",
        };
    }

    public static string Of(BoardFigure figure) => $"{Filter(figure.Filter)}aggregate($count as {Rows})";

    public static string Of(RowShape shape, BoardTrend trend) =>
        Filter(trend.Filter) + Since(shape, trend.At, 7 * TrendWeeks) + ByDate(trend.At, days: true, $"aggregate($count as {Rows})");

    /// <summary>The same question about the rows of a list.</summary>
    public static string Within(string? filter, string question) => Filter(filter) + question;

    private static string Filter(string? filter) => filter is null ? "" : $"filter({filter})/";

    // More than is shown: who shows it cuts the first week or month, which is not whole. A date of the database cannot be compared with a moment, its year can.
    private static string Since(RowShape shape, string property, int days)
    {
        var since = $"now() sub duration'P{days}D'";
        return Filter(shape.Find(property)!.Type.Primitive == EdmPrimitiveTypeKind.Date ? $"year({property}) ge year({since})" : $"{property} ge {since}");
    }

    private static string ByDate(string property, bool days, string aggregate)
    {
        var (parts, names) = ($"year({property}) as {Year},month({property}) as {Month}", $"{Year},{Month}");
        if (days) (parts, names) = ($"{parts},day({property}) as {Day}", $"{names},{Day}");
        return $"compute({parts})/groupby(({names}),{aggregate})";
    }
}
