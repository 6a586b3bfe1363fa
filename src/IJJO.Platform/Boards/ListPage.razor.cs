using IJJO.Platform.OData;
using IJJO.Platform.Web;
using Microsoft.OData;

namespace IJJO.Platform.Boards;

/// <summary>The list of a set: tabs, figures, filters, columns, pages, and what can be done with a selection. It needs no script.</summary>
public partial class ListPage : BoardPage
{
    private const int PageSize = 25;
    private readonly List<(BoardFigure Figure, long Count)> figures = [];
    private readonly List<Tab> tabs = [];
    private readonly Dictionary<string, IReadOnlyList<string>> values = [];
    private ServedSet? set;
    private BoardQuery? query;
    private BoardRows? rows;
    private string? fault;

    private BoardDescription Board => set!.Declared.Board;

    private string Title => Texts.Set(Module, Set);

    private IReadOnlyList<string> Columns => query!.Columns;

    /// <summary>What the browser code says; the texts of all lists alike.</summary>
    private Microsoft.AspNetCore.Components.MarkupString Words => new(System.Text.Json.JsonSerializer.Serialize(Texts.List()));

    private IReadOnlyList<BoardAction> Bulk => [.. Board.Actions.Where(a => a is { IsBulk: true, KeyMember: not null } && Actions.May(a) && ActionFields.CanBeForm(a))];

    private IEnumerable<BoardAction> SetActions => BoardWrites.ActionsOf(set!).Where(a => a.KeyMember is null && Actions.May(a) && ActionFields.CanBeForm(a));

    protected override async Task OnInitializedAsync()
    {
        set = Open();
        if (set is null) return;
        query = new(set, Http!.Request.Query) { HasDefault = await Views.DefaultAsync(set, Cancel) is not null };
        var reader = Readers.Open(set);
        try
        {
            await LoadAsync(reader);
        }
        catch (Exception refused) when ((refused as ODataFault ?? QueryFaults.Translate(refused)) is not null || refused is ODataException)
        {
            fault = T[QueryFaults.IsCut(refused) || refused is ODataFault { RetryAfter: not null } ? "board.too-long" : "board.not-computable"];
            rows = await reader.PageAsync(new Dictionary<string, string>(), null, PageSize, Cancel);
        }
    }

    private async Task LoadAsync(IBoardReader reader)
    {
        rows = await reader.PageAsync(query!.ToOData(query.View), query.After, PageSize, Cancel);
        var saved = await SavedTabs.OfAsync(query, reader, Cancel);
        var isSaved = saved.Any(tab => tab.IsHere);
        if (Board.Views.Count + saved.Count > 0) tabs.Add(new(T["board.all"], query.Whole, query.View is null or { Name: ViewState.Whole } && !isSaved, await reader.CountAsync(new Dictionary<string, string>(), Cancel)));
        foreach (var view in Board.Views.Where(view => view.Name != ViewState.Whole))
            tabs.Add(new(Texts.View(Module, Set, view.Name), $"{query.Path}?view={view.Name}", query.View == view && !isSaved, await reader.CountAsync(Filter(view.Filter), Cancel)));
        tabs.AddRange(saved);
        foreach (var figure in Board.Figures) figures.Add((figure, await reader.CountAsync(Filter(figure.Filter), Cancel)));
        foreach (var state in Board.Filters.Where(Board.States.Contains).Select(set!.Shape.Find).OfType<RowProperty>()) values[state.Name] = await reader.ValuesAsync(state, Cancel);
    }

    private static Dictionary<string, string> Filter(string? filter) => filter is null ? [] : new() { ["$filter"] = filter };

    private (string File, string Label)[] Files =>
    [
        ("export.xlsx", T["board.export.xlsx"]), ("export.csv", T["board.export"]), ("connect.odc", T["board.export.odc"]), ("connect.pbids", T["board.export.pbids"]),
    ];

    private string? SortOf(string column) => query!.Sorts.FirstOrDefault(sort => sort.Property == column) is { Property: not null } sort ? sort.Descending ? "descending" : "ascending" : null;

    private string Next(string column) => query!.Sorts is [{ Descending: false } sort] && sort.Property == column ? "-" + column : column;

    private string Name(BoardRow row) => Board.Title is { } title ? row[title]?.ToString() ?? row.Key : row.Key;

    private bool IsNumber(string column) => set!.Shape.Find(column)?.Info.PropertyType is { } type && (Nullable.GetUnderlyingType(type) ?? type) is var bare
        && (bare == typeof(int) || bare == typeof(long) || bare == typeof(decimal) || bare == typeof(double));
}
