using IJJO.Platform.OData;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace IJJO.Platform.Boards;

/// <summary>The state of a list as it stands in its address, without what belongs to one look at it (the page, the language).</summary>
internal sealed record ViewState(string Text)
{
    public const string Whole = "all";

    private static readonly string[] Named = ["view", "q", "sort", "columns"];

    public static ViewState Of(IEnumerable<KeyValuePair<string, StringValues>> query) => new(
        new QueryBuilder(from option in query
                         where Named.Contains(option.Key) || option.Key.StartsWith("f.", StringComparison.Ordinal)
                         from value in option.Value
                         let text = value?.Trim() ?? ""
                         where text.Length > 0 && (option.Key, text) != ("view", Whole)
                         orderby option.Key
                         select KeyValuePair.Create(option.Key, text)).ToQueryString().Value!.TrimStart('?'));

    /// <summary>The same state in the one form in which two states can be compared.</summary>
    public static ViewState Read(string text) => Of(QueryHelpers.ParseQuery(text));

    public IQueryCollection Options => new QueryCollection(QueryHelpers.ParseQuery(Text));

    public BoardQuery On(ServedSet set) => new(set, Options);

    /// <summary>The questions it asks of the set: rows that it has at one time and not at another have come or gone, as long as these stay the same.</summary>
    public IReadOnlyDictionary<string, string> Rows(ServedSet set)
    {
        var query = On(set);
        return query.ToOData(query.View).Where(option => option.Key is "$filter" or "$search").ToDictionary();
    }

    /// <summary>Options that the set does not know, or not any more. Without them the list would have rows that nobody asked for.</summary>
    public IReadOnlyList<string> Unknown(ServedSet set) =>
        [.. Options.SelectMany(option => option.Value.SelectMany(value => Unknown(set, option.Key, value ?? ""))).Distinct()];

    /// <summary>The state without the options that the set does not know.</summary>
    public ViewState Fitting(ServedSet set) => Of(Options.Where(option => option.Value.All(value => !Unknown(set, option.Key, value ?? "").Any())));

    private static IEnumerable<string> Unknown(ServedSet set, string name, string value) => name switch
    {
        "view" => set.Declared.Board.Views.Any(view => view.Name == value) ? [] : [value],
        "sort" or "columns" => value.Split(',').Select(part => part.Trim().TrimStart('-')).Where(property => set.Shape.Find(property) is null),
        "q" => [],
        _ => name[2..].Split('.')[0] is var property && set.Declared.Board.Filters.Contains(property) && set.Shape.Find(property) is not null ? [] : [property],
    };
}
