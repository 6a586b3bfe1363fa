using IJJO.Platform.OData;
using IJJO.Platform.Web;
using Microsoft.AspNetCore.Components;

namespace IJJO.Platform.Boards;

/// <summary>An action on a selection or on the whole set: what it will be done to, its form, and afterwards what was refused and why.</summary>
public partial class ActionPage : BoardPage
{
    private readonly FormState form = new();
    private readonly List<BoardRow> rows = [];
    private readonly List<(BoardRow Row, string Why)> refused = [];
    private ServedSet? set;
    private ActionFields? fields;
    private int? done;

    [Parameter] public string Name { get; set; } = "";

    private string Title => Texts.Action(Module, Set, Name);

    protected override async Task OnInitializedAsync()
    {
        set = Open();
        if (set is null) return;
        if (set.Declared.Board.Actions.FirstOrDefault(a => a.Name == Name && (a.KeyMember is null || a.IsBulk) && ActionFields.CanBeForm(a)) is not { } action)
        {
            Addresses.NotFound();
            return;
        }
        if (!Actions.May(action))
        {
            Http!.Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status403Forbidden;
            return;
        }
        fields = await ActionFields.LoadAsync(set, action, Choices, Texts, Cancel);
        if (action.KeyMember is null) return;
        var reader = Readers.Open(set);
        foreach (var key in Http!.Request.Query["row"].OfType<string>().Distinct().Take(QueryLimits.MaxInList))
        {
            if (await reader.FindAsync(key, Cancel) is { } row) rows.Add(row);
        }
    }

    private async Task RunAsync()
    {
        if (fields!.Action.KeyMember is null)
        {
            var result = await Actions.RunAsync(set!, fields.Action, form, null, null, Cancel);
            if (result.Succeeded) Addresses.NavigateTo($"/staff/{Module}/{Set}");
            return;
        }
        var succeeded = 0;
        foreach (var row in rows)
        {
            var before = form.Errors.Count;
            var result = await Actions.RunAsync(set!, fields.Action, form, row.Key, row.Version, Cancel);
            if (result.Succeeded) succeeded++;
            // What is wrong with the fields is wrong for every row: correct it before anything else is done.
            else if (result.Kind == ResultKind.Invalid && succeeded == 0 && refused.Count == 0) return;
            else refused.Add((row, form.Errors.Count > before ? form.Errors[^1].Message : T["board.refused"]));
        }
        done = succeeded;
    }

    private string NameOf(BoardRow row) => row.Set.Declared.Board.Title is { } title ? Values.Of(row.Set, title, row[title]) : row.Key;
}
