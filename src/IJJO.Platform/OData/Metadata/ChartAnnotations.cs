using Microsoft.OData.Edm;
using static IJJO.Platform.OData.Annotation;

namespace IJJO.Platform.OData;

/// <summary>Says what a board counts, figure by figure, each with the question that a client asks for it.</summary>
internal sealed class ChartAnnotations(Annotation annotation, BoardTexts texts)
{
    public void Write(ServedSet set)
    {
        var (board, module, name) = (set.Declared.Board, set.Module, set.Name);
        foreach (var figure in board.Figures)
        {
            annotation.Add(set.Type, "Platform.Figure", Record(null,
                ("ID", Text(figure.Name)), ("Title", Text(texts.Figure(module, name, figure.Name))), ("FilterExpression", Text(figure.Filter)),
                ("Question", Text(ChartQuestion.Of(figure))), OnHome(board, figure.Name)), EdmNames.Camel(figure.Name));
        }
        foreach (var trend in board.Trends)
        {
            annotation.Add(set.Type, "Platform.Trend", Record(null,
                ("ID", Text(trend.Name)), ("Title", Text(texts.Figure(module, name, trend.Name))), ("FilterExpression", Text(trend.Filter)), ("At", PropertyPath(trend.At)),
                ("Question", Text(ChartQuestion.Of(set.Shape, trend))), OnHome(board, trend.Name)), EdmNames.Camel(trend.Name));
        }
        foreach (var chart in board.Charts) Chart(set, chart);
    }

    private void Chart(ServedSet set, BoardChart chart)
    {
        var kind = chart.Kind switch { ChartKind.Line => "Line", ChartKind.Donut => "Donut", ChartKind.Bar => "Bar", _ => "Column" };
        annotation.Add(set.Type, "UI.Chart", Record("UI.ChartDefinitionType",
            ("ID", Text(chart.Name)), ("Title", Text(texts.Chart(set.Module, set.Name, chart.Name))), ("ChartType", Text(kind)), ("Dimensions", List([PropertyPath(chart.By)])),
            ("Measures", chart.AverageOf is { } number ? List([PropertyPath(number)]) : null), ("Kind", Text(chart.Kind.ToString())), ("FilterExpression", Text(chart.Filter)),
            ("Question", Text(ChartQuestion.Of(set.Shape, chart))), OnHome(set.Declared.Board, chart.Name)), EdmNames.Camel(chart.Name));
    }

    private static (string, IEdmExpression?) OnHome(BoardDescription board, string name) => ("OnHome", board.OnHome.Contains(name) ? Flag(true) : null);
}
