using IJJO.Platform.OData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace IJJO.Platform.Boards;

/// <summary>What a list shows, as it stands in its address: a copied address opens the same list.</summary>
internal sealed record BoardQuery(ServedSet Set, IQueryCollection Query)
{
    public string Path => $"/staff/{Set.Module}/{Set.Name}";

    /// <summary>Whether the bare address opens a view that its reader has chosen.</summary>
    public bool HasDefault { get; init; }

    /// <summary>The list with all its rows.</summary>
    public string Whole => HasDefault ? $"{Path}?view={ViewState.Whole}" : Path;

    public BoardView? View => Set.Declared.Board.Views.FirstOrDefault(view => view.Name == Text("view"));

    public string? Search => Text("q");

    public string? After => Text("after");

    /// <summary>The charts, figures and trends whose rows are shown, since somebody came from their numbers.</summary>
    public IReadOnlyList<(string Name, string? Filter)> Only =>
        [.. Counted.Where(one => Text("only")?.Split(',').Contains(one.Name) == true)];

    private IEnumerable<(string Name, string? Filter)> Counted => Set.Declared.Board.Charts.Select(chart => (chart.Name, ChartQuestion.FilterOf(chart)))
        .Concat(Set.Declared.Board.Figures.Select(figure => (figure.Name, figure.Filter)))
        .Concat(Set.Declared.Board.Trends.Select(trend => (trend.Name, trend.Filter)));

    /// <summary>The list of what is counted under a name; only where it has a filter does the address say so.</summary>
    public string Opening(string name, params (string Name, string? Value)[] filters)
    {
        var only = Counted.Any(one => one.Name == name && one.Filter is not null) ? Only.Select(one => one.Name).Append(name).Distinct() : Only.Select(one => one.Name);
        return With([("only", string.Join(',', only) is { Length: > 0 } names ? names : null), ("after", null), ("charts", null), .. filters]);
    }

    /// <summary>The columns and directions that the reader has chosen, the first one foremost: <c>sort=Country,-ReceivedAt</c>.</summary>
    public IReadOnlyList<(string Property, bool Descending)> Sorts =>
    [
        .. Words("sort").Select(word => (Property: Set.Shape.Find(word.TrimStart('-')), Descending: word[0] == '-'))
            .Where(sort => sort.Property is { Type.IsCollection: false }).DistinctBy(sort => sort.Property).Take(QueryLimits.MaxOrderBy - 1)
            .Select(sort => (sort.Property!.Name, sort.Descending)),
    ];

    /// <summary>The columns that the reader has chosen, in order, else those of the board. Their widths (<c>cols=Title:240,State</c>) concern the browser only.</summary>
    public IReadOnlyList<string> Columns =>
        Words("cols").Select(word => Set.Shape.Find(word.Split(':')[0])?.Name).OfType<string>().Distinct().ToArray() is { Length: > 0 } chosen ? chosen
        : Set.Declared.Board.Columns.Count > 0 ? Set.Declared.Board.Columns
        : [.. Set.Shape.Properties.Take(6).Select(property => property.Name)];

    /// <summary>What is typed into a filter.</summary>
    public string? Filter(string property, string part = "") => Text($"f.{property}{part}");

    /// <summary>The values of which any will do, or none.</summary>
    public IReadOnlyList<string> Choices(string property) =>
        [.. Query[$"f.{property}"].OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0).Distinct().Take(QueryLimits.MaxInList)];

    public bool IsFiltered => Search is not null || Query.Any(pair => pair.Key.StartsWith("f.", StringComparison.Ordinal) && pair.Value.ToString().Length > 0);

    public string? Text(string name) => Query[name].FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))?.Trim();

    /// <summary>The same list with something changed; <c>null</c> takes an option away.</summary>
    public string With(params (string Name, string? Value)[] changes) => Address(Path, changes);

    /// <summary>The same rows as a file, such as <c>export.csv</c>.</summary>
    public string File(string name) => Address($"{Path}/{name}", ("after", null));

    /// <summary>The list as OData query options, so that a page, an export and a client ask the same question.</summary>
    public IReadOnlyDictionary<string, string> ToOData(BoardView? view)
    {
        var options = new Dictionary<string, string>();
        var filters = BoardFilter.Of(this).Concat(Only.Select(only => only.Filter)).Prepend(view?.Filter).Where(filter => !string.IsNullOrWhiteSpace(filter)).Select(filter => $"({filter})").ToArray();
        if (filters.Length > 0) options["$filter"] = string.Join(" and ", filters);
        if (Search is { } search && Set.Declared.Board.Search.Count > 0) options["$search"] = SearchText.Quoted(search);
        if (Sorts is { Count: > 0 } sorts) options["$orderby"] = string.Join(',', sorts.Select(sort => sort.Property + (sort.Descending ? " desc" : "")));
        else if (view?.OrderBy is { } order) options["$orderby"] = order;
        return options;
    }

    private string[] Words(string name) => (Text(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Address(string path, params (string Name, string? Value)[] changes)
    {
        var kept = Query.Where(pair => changes.All(change => change.Name != pair.Key)).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));
        var changed = changes.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Name, change.Value!));
        return path + new QueryBuilder(kept.Concat(changed).Where(pair => pair.Value.Length > 0)).ToQueryString();
    }
}

internal static class SearchText
{
    /// <summary>What somebody types is words, whatever signs are between them.</summary>
    public static string Quoted(string typed) =>
        string.Join(' ', typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => $"\"{word.Replace("\"", "").Replace("\\", "")}\"").Where(word => word.Length > 2)) is { Length: > 0 } words ? words : "\" \"";
}
