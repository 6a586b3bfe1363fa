using IJJO.Platform.Boards;
using IJJO.Platform.OData;

namespace IJJO.Platform.Charts;

/// <summary>A chart on a page: of which list, and its parts where the server has counted them.</summary>
internal sealed record ChartView(BoardQuery List, BoardChart Chart, IReadOnlyList<ChartPart>? Parts);

/// <summary>One part of a chart, which opens its rows.</summary>
internal sealed record ChartPart(string Label, string Address, long Rows, decimal? Average);

/// <summary>A figure or trend on a page, and its number where the server has counted it.</summary>
internal sealed record FigureView(BoardQuery List, string Name, bool IsTrend, FigureNumber? Number);

/// <summary>A number that opens its rows; of a trend also the week before.</summary>
internal sealed record FigureNumber(string Address, long Rows, FigureNumber? Before = null);

/// <summary>What a page shows: in which set, and where it was counted.</summary>
internal sealed record ChartPage(IReadOnlyList<FigureView> Figures, IReadOnlyList<ChartView> Charts)
{
    public bool IsEmpty => Figures.Count == 0 && Charts.Count == 0;
}
