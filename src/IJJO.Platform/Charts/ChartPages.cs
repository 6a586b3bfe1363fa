using IJJO.Platform.Boards;
using IJJO.Platform.OData;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.Charts;

/// <summary>
/// What of the boards' charts a page shows this person. Where script runs the browser asks for the numbers, all in one batch; a page for readers without
/// script has them counted.
/// </summary>
internal sealed class ChartPages(ODataServices services, BoardReaders readers, ChartNumbers numbers)
{
    private static readonly ChartKind[] Order = [ChartKind.Weeks, ChartKind.Bar, ChartKind.Donut, ChartKind.Map, ChartKind.Line];

    /// <summary>What the boards have put on the home of the staff.</summary>
    public Task<ChartPage> HomeAsync(bool counted, CancellationToken cancel) => ReadAsync(
        [.. services.All.SelectMany(service => service.Sets).Where(readers.MayRead).Select(set => new BoardQuery(set, QueryCollection.Empty))],
        (list, name) => list.Set.Declared.Board.OnHome.Contains(name), withFigures: true, counted, cancel);

    /// <summary>The charts and trends of a list, of the rows that it shows.</summary>
    public Task<ChartPage> OfAsync(BoardQuery list, bool counted, CancellationToken cancel) => ReadAsync([list], (_, _) => true, withFigures: false, counted, cancel);

    private async Task<ChartPage> ReadAsync(IReadOnlyList<BoardQuery> lists, Func<BoardQuery, string, bool> shows, bool withFigures, bool counted, CancellationToken cancel)
    {
        var (figures, charts) = (new List<FigureView>(), new List<ChartView>());
        foreach (var list in lists)
        {
            var board = list.Set.Declared.Board;
            foreach (var trend in board.Trends.Where(trend => shows(list, trend.Name)))
                figures.Add(new(list, trend.Name, true, counted ? await numbers.OfAsync(list, trend, cancel) : null));
            foreach (var figure in board.Figures.Where(figure => withFigures && shows(list, figure.Name)))
                figures.Add(new(list, figure.Name, false, counted ? await numbers.OfAsync(list, figure, cancel) : null));
            foreach (var chart in board.Charts.Where(chart => shows(list, chart.Name)))
                charts.Add(new(list, chart, counted ? await numbers.OfAsync(list, chart, cancel) : null));
        }
        // Those that move first, over all modules; of charts what has just come in, then what it consists of, and the long run last.
        return new([.. figures.OrderByDescending(figure => figure.IsTrend)], [.. charts.OrderBy(view => Array.IndexOf(Order, view.Chart.Kind))]);
    }
}
