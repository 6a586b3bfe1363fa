using System.Globalization;
using IJJO.Platform.Boards;
using IJJO.Platform.OData;

namespace IJJO.Platform.Charts;

/// <summary>Asks the questions of charts, figures and trends on the server, and makes parts with labels and addresses of the answers.</summary>
internal sealed class ChartNumbers(BoardReaders readers, BoardValues values, Texts texts, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<FigureNumber> OfAsync(BoardQuery list, BoardFigure figure, CancellationToken cancel)
    {
        var groups = await AskAsync(list, ChartQuestion.Of(figure), cancel);
        return new(list.Opening(figure.Name), groups.Sum(Rows));
    }

    public async Task<FigureNumber> OfAsync(BoardQuery list, BoardTrend trend, CancellationToken cancel)
    {
        var groups = await AskAsync(list, ChartQuestion.Of(list.Set.Shape, trend), cancel);
        FigureNumber WeekTo(DateOnly last, FigureNumber? before = null) => new(
            list.Opening(trend.Name, Range(trend.At, last.AddDays(-6), last)), groups.Where(group => Day(group) >= last.AddDays(-6) && Day(group) <= last).Sum(Rows), before);
        return WeekTo(Today, WeekTo(Today.AddDays(-7)));
    }

    public async Task<IReadOnlyList<ChartPart>> OfAsync(BoardQuery list, BoardChart chart, CancellationToken cancel)
    {
        var groups = await AskAsync(list, ChartQuestion.Of(list.Set.Shape, chart), cancel);
        return chart.Kind switch
        {
            ChartKind.Weeks => [.. Periods(groups, chart, list, Monday(Today).AddDays(-7 * (ChartQuestion.Weeks - 1)), from => from.AddDays(7), "d")],
            ChartKind.Line => [.. Periods(groups, chart, list, new DateOnly(Today.Year, Today.Month, 1).AddMonths(1 - ChartQuestion.Months), from => from.AddMonths(1), "y")],
            _ => [.. groups.OrderByDescending(group => chart.AverageOf is null ? Rows(group) : Average(group) ?? 0)
                .ThenBy(group => Convert.ToString(group[chart.By], CultureInfo.InvariantCulture), StringComparer.Ordinal).Select(group => Part(list, chart, group))],
        };
    }

    private ChartPart Part(BoardQuery list, BoardChart chart, IReadOnlyDictionary<string, object> group)
    {
        var value = group[chart.By];
        var label = values.Of(list.Set, chart.By, value) is { Length: > 0 } text ? text : texts.Get("platform", "chart.none");
        // Where the usual filter asks for what contains the value, the part asks for what is the value.
        var op = BoardFilter.Operators(list.Set, list.Set.Shape.Find(chart.By)!).Contains("eq") ? "eq" : null;
        (string, string?)[] filters = value is null or "" ? [($"f.{chart.By}.op", "empty"), ($"f.{chart.By}", null)]
            : [($"f.{chart.By}", value is bool yes ? yes ? "true" : "false" : Convert.ToString(value, CultureInfo.InvariantCulture)), ($"f.{chart.By}.op", op)];
        return new(label, list.Opening(chart.Name, filters), Rows(group), Average(group));
    }

    /// <summary>Every week or month up to now, those without rows too.</summary>
    private IEnumerable<ChartPart> Periods(
        IReadOnlyList<IReadOnlyDictionary<string, object>> groups, BoardChart chart, BoardQuery list, DateOnly first, Func<DateOnly, DateOnly> next, string format)
    {
        for (var from = first; from <= Today; from = next(from))
        {
            var inside = groups.Where(group => Day(group) >= from && Day(group) < next(from)).ToArray();
            var rows = inside.Sum(Rows);
            decimal? average = rows == 0 || chart.AverageOf is null ? null : inside.Sum(group => Average(group)!.Value * Rows(group)) / rows;
            yield return new(from.ToString(format, CultureInfo.CurrentCulture), list.Opening(chart.Name, Range(chart.By, from, next(from).AddDays(-1))), rows, average);
        }
    }

    private Task<IReadOnlyList<IReadOnlyDictionary<string, object>>> AskAsync(BoardQuery list, string question, CancellationToken cancel)
    {
        var asked = list.ToOData(list.View);
        var options = new Dictionary<string, string> { ["$apply"] = ChartQuestion.Within(asked.GetValueOrDefault("$filter"), question) };
        if (asked.TryGetValue("$search", out var search)) options["$search"] = search;
        return readers.Open(list.Set).GroupsAsync(options, cancel);
    }

    private static (string, string?)[] Range(string property, DateOnly from, DateOnly to) =>
        [($"f.{property}.from", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ($"f.{property}.to", to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly Day(IReadOnlyDictionary<string, object> group) => new(
        Number(group[ChartQuestion.Year]), Number(group[ChartQuestion.Month]), group.TryGetValue(ChartQuestion.Day, out var day) ? Number(day) : 1);

    private static int Number(object value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);

    private static long Rows(IReadOnlyDictionary<string, object> group) => Convert.ToInt64(group[ChartQuestion.Rows], CultureInfo.InvariantCulture);

    private static decimal? Average(IReadOnlyDictionary<string, object> group) =>
        group.GetValueOrDefault(ChartQuestion.Average) is { } average ? Convert.ToDecimal(average, CultureInfo.InvariantCulture) : null;
}
