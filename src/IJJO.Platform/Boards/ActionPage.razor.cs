using IJJO.Platform.OData;
using IJJO.Platform.Web;
using Microsoft.AspNetCore.Components;

namespace IJJO.Platform.Boards;

/// <summary>
/// An action on a selection or on the whole set. On a selection it first shows what it would do: to how many rows, which are refused and why, and what follows;
/// the same form, sent again, then does it.
/// </summary>
public partial class ActionPage : BoardPage
{
    private const int Listed = 20;
    private readonly FormState form = new();
    private ActionSelection selection = new([], false, false);
    private ServedSet? set;
    private ActionFields? fields;
    private Rehearsal? rehearsal;
    private BulkResult? result;

    [Parameter] public string Name { get; set; } = "";

    private string Title => Texts.Action(Module, Set, Name);

    private IReadOnlyList<BoardRow> Rows => selection.Rows;

    protected override async Task OnInitializedAsync()
    {
        set = Open();
        if (set is null) return;
        if (BoardWrites.ActionsOf(set).FirstOrDefault(a => a.Name == Name && (a.KeyMember is null || a.IsBulk) && ActionFields.CanBeForm(a)) is not { } action)
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
        if (action.KeyMember is not null) selection = await ActionSelection.ReadAsync(Readers.Open(set), set, Http!.Request.Query, Cancel);
    }

    private async Task SubmitAsync()
    {
        var action = fields!.Action;
        if (action.KeyMember is null)
        {
            var done = await Actions.RunAsync(set!, action, form, null, null, Cancel);
            if (done.Succeeded) Addresses.NavigateTo($"/staff/{Module}/{Set}");
            return;
        }
        if (selection.IsTooMany) return;

        var posted = await Http!.Request.ReadFormAsync(Cancel);
        var tried = form.Value("tried");
        if (tried == Rehearsals.StampOf(posted, Rows))
        {
            if (Rows.Count > BulkActions.Most)
            {
                Addresses.NavigateTo($"/staff/runs/{await Runs.OfAsync(set!, action, posted, Rows, Cancel)}");
                return;
            }
            result = await Bulk.RunAsync(set!, action, posted, Rows, Cancel);
            return;
        }
        rehearsal = await Rehearsals.RunAsync(set!, action, form, posted, Rows, Cancel);
        if (rehearsal is not null && tried is { Length: > 0 }) form.AddError("", T["board.bulk.changed"]);
    }

    private string NameOf(BoardRow row) => row.Set.Declared.Board.Title is { } title ? Values.Of(row.Set, title, row[title]) : row.Key;

    private string? NameOf(string key) => Rows.FirstOrDefault(row => row.Key == key) is { } row ? NameOf(row) : null;
}
