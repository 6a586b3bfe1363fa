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

    private static readonly string[] Named = ["view", "q", "sort", "cols", "only"];

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

    /// <summary>What the set does not understand, or not any more. Without it the list would have rows that nobody asked for.</summary>
    public IReadOnlyList<string> Unknown(ServedSet set)
    {
        var silent = Options.Where(option => PropertyOf(option.Key) is not null).GroupBy(option => PropertyOf(option.Key)!)
            .Where(options => new BoardQuery(set, new QueryCollection(options.ToDictionary())).ToOData(null).Count == 0).Select(options => options.Key);
        return [.. silent.Concat(Options.SelectMany(option => option.Value.SelectMany(value => Unknown(set, option.Key, value ?? "")))).Distinct()];
    }

    /// <summary>The state without the options that the set does not understand.</summary>
    public ViewState Fitting(ServedSet set)
    {
        var unknown = Unknown(set);
        return Of(Options.Where(option => PropertyOf(option.Key) is { } property ? !unknown.Contains(property) : option.Value.All(value => !Unknown(set, option.Key, value ?? "").Any())));
    }

    /// <summary>Of <c>f.DueAt.from</c> the property DueAt; of another option none.</summary>
    private static string? PropertyOf(string option) => option.StartsWith("f.", StringComparison.Ordinal) ? option.Split('.')[1] : null;

    private static IEnumerable<string> Unknown(ServedSet set, string name, string value) => name switch
    {
        "only" => value.Split(',').Except(new BoardQuery(set, new QueryCollection(new Dictionary<string, StringValues> { ["only"] = value })).Only.Select(only => only.Name)),
        "view" => set.Declared.Board.Views.Any(view => view.Name == value) ? [] : [value],
        // A column may be followed by its width.
        "sort" or "cols" => value.Split(',').Select(part => part.Trim().TrimStart('-').Split(':')[0]).Where(property => set.Shape.Find(property) is null),
        _ => [],
    };
}
