using Microsoft.OData.Edm;
using static IJJO.Platform.OData.Annotation;

namespace IJJO.Platform.OData;

/// <summary>Says what a board counts, figure by figure, each with the question that a client asks for it.</summary>
internal sealed class ChartAnnotations(Annotation annotation, BoardTexts texts)
{
    public void Write(ServedSet set)
    {
        foreach (var figure in set.Declared.Board.Figures)
            annotation.Add(set.Type, "Platform.Figure", Record("Platform.Counted", Counted(set, figure.Name, Text(texts.Figure(set.Module, set.Name, figure.Name)), figure.Filter, ChartQuestion.Of(figure))), EdmNames.Camel(figure.Name));
        foreach (var trend in set.Declared.Board.Trends)
        {
            annotation.Add(set.Type, "Platform.Trend", Record("Platform.TrendType", Counted(set, trend.Name, Text(texts.Figure(set.Module, set.Name, trend.Name)), trend.Filter, ChartQuestion.Of(set.Shape, trend), ("At", PropertyPath(trend.At)))),
                EdmNames.Camel(trend.Name));
        }
        foreach (var chart in set.Declared.Board.Charts) Chart(set, chart);
    }

    /// <summary>In the standard's words what they can say, and beside it what we ask and where it is shown.</summary>
    private void Chart(ServedSet set, BoardChart chart)
    {
        var (kind, qualifier, title) = (chart.Kind switch { ChartKind.Line => "Line", ChartKind.Donut => "Donut", ChartKind.Bar => "Bar", _ => "Column" }, EdmNames.Camel(chart.Name), Text(texts.Chart(set.Module, set.Name, chart.Name)));
        annotation.Add(set.Type, "UI.Chart", Record("UI.ChartDefinitionType", ("Title", title), ("ChartType", Choice("UI.ChartType", kind)), ("Dimensions", List([PropertyPath(chart.By)])),
            ("Measures", chart.AverageOf is { } number ? List([PropertyPath(number)]) : null)), qualifier);
        annotation.Add(set.Type, "Platform.Chart", Record("Platform.ChartType", Counted(set, chart.Name, title, chart.Filter, ChartQuestion.Of(set.Shape, chart), ("Kind", Text(chart.Kind.ToString())))), qualifier);
    }

    private static (string, IEdmExpression?)[] Counted(ServedSet set, string name, IEdmExpression? title, string? filter, string question, params (string, IEdmExpression?)[] more) =>
        [("ID", Text(name)), ("Title", title), ("FilterExpression", Text(filter)), ("Question", Text(question)), ("OnHome", set.Declared.Board.OnHome.Contains(name) ? Flag(true) : null), .. more];
}
