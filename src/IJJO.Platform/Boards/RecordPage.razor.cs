using System.Globalization;
using IJJO.Platform.OData;
using IJJO.Platform.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.Boards;

/// <summary>One row: what it holds, what can be done with it, and what belongs to it.</summary>
public partial class RecordPage : BoardPage
{
    private const int MostRelated = 50;
    private readonly List<(BoardRelation Relation, ServedSet Set, BoardRows Rows, string? All)> related = [];
    private readonly List<(ActionFields Fields, FormState State)> forms = [];
    private IReadOnlyList<Change> changes = [];
    private IReadOnlyList<TimelineEntry> story = [];
    private (ActionFields Fields, IReadOnlyList<ClashField> Differences)? clashes;
    private ServedSet? set;
    private BoardRow? row;

    [Parameter] public string Id { get; set; } = "";

    private BoardDescription Board => set!.Declared.Board;

    private string Title => Board.Title is { } title && row![title] is { } name ? Values.Of(set!, title, name) : $"{Texts.One(Module, Set)} {row!.Key}";

    private object? CaseId => Board.Case is { } property ? row![property] : null;

    private IEnumerable<(string Title, IReadOnlyList<string> Properties)> Facets => Board.Facets.Count > 0
        ? Board.Facets.Select(facet => (Texts.Facet(Module, Set, facet.Name), facet.Properties))
        : [("", [.. set!.Shape.Properties.Where(p => !set.Shape.Keys.Contains(p) && p.Type.Element != typeof(Guid)).Select(p => p.Name)])];

    protected override async Task OnInitializedAsync()
    {
        set = Open();
        if (set is null) return;
        var reader = Readers.Open(set);
        row = await reader.FindAsync(Id, Cancel);
        if (row is null)
        {
            Addresses.NotFound();
            return;
        }
        if (!HttpMethodIsPost && Readers.HasPersonalData(set)) await Audit.OpenedAsync($"{Module}/{Set}", row.Key, Cancel);
        foreach (var action in BoardWrites.ActionsOf(set).Where(a => a.KeyMember is not null && Actions.May(a) && ActionFields.CanBeForm(a)))
        {
            // A posted form stays on the page even when it has ceased to make sense, to say why.
            if (action.When is { } when && !HttpMethodIsPost && !await reader.IsAmongAsync(row, when, Cancel)) continue;
            forms.Add((await ActionFields.LoadAsync(set, action, Choices, Texts, Cancel), Begin(action)));
        }
        foreach (var relation in Board.Relations) await RelateAsync(relation);
        if (User.Has(Identity.PlatformPermissions.ReadCases)) story = await StoryAsync();
    }

    /// <summary>The form of the command that also serves PATCH begins with what the row holds, as PATCH does.</summary>
    private FormState Begin(BoardAction action) => IsEdit(action) ? FormState.From(row!.Row) : new();

    private bool IsEdit(BoardAction action) => action.Command == Board.Update?.Command;

    private bool HttpMethodIsPost => Microsoft.AspNetCore.Http.HttpMethods.IsPost(Http!.Request.Method);

    private async Task RelateAsync(BoardRelation relation)
    {
        if (Readers.Find(Module, relation.Set) is not { } other || !Readers.MayRead(other) || row![relation.LocalKey] is not { } value) return;
        var literal = ODataUriUtils.ConvertToUriLiteral(value, ODataVersion.V4);
        var found = await Readers.Open(other).PageAsync(new Dictionary<string, string> { ["$filter"] = $"{relation.ForeignKey} eq {literal}" }, null, MostRelated, Cancel);
        var all = found.Count > found.Rows.Count && other.Declared.Board.Filters.Contains(relation.ForeignKey)
            ? $"/staff/{other.Module}/{other.Name}?f.{relation.ForeignKey}={Uri.EscapeDataString(Convert.ToString(value, CultureInfo.InvariantCulture)!)}"
            : null;
        related.Add((relation, other, found, all));
    }

    private async Task<IReadOnlyList<TimelineEntry>> StoryAsync() =>
        CaseId is Guid theCase ? await Story.OfCaseAsync(theCase, forParty: false, Cancel)
        : Board.Party is { } property && row![property] is Guid party ? await Story.OfPartyAsync(party, Cancel)
        : [];

    private async Task RunAsync(ActionFields fields, FormState state)
    {
        uint? seen = uint.TryParse(state.Value("row-version"), CultureInfo.InvariantCulture, out var version) ? version : null;
        if (IsClash(fields, state, seen)) return;
        if (IsEdit(fields.Action)) seen = row!.Version;
        var result = await Actions.RunAsync(set!, fields.Action, state, row!.Key, seen, Cancel);
        if (!result.Succeeded) return;
        // The row may no longer be one that this person sees, or may have been taken away.
        var stays = await Readers.Open(set!).FindAsync(Id, Cancel) is not null;
        Addresses.NavigateTo(stays ? $"/staff/{Module}/{Set}/{Uri.EscapeDataString(Id)}?done" : $"/staff/{Module}/{Set}");
    }

    /// <summary>Whether somebody else has changed the row in the meantime, so that the person must look at it first.</summary>
    private bool IsClash(ActionFields fields, FormState state, uint? seen)
    {
        var open = IsEdit(fields.Action) ? Clash.Choose(fields, state) : [];
        if (row!.Version is not { } current || seen == current && open.Count == 0) return false;
        if (IsEdit(fields.Action))
        {
            var differences = Clash.Of(fields, state, FormState.From(row.Row), open);
            if (differences.Count == 0) return false;
            clashes = (fields, differences);
            if (open.Count > 0) state.AddError("", T["board.clash.open"]);
            return true;
        }
        changes = Snapshot.Compare(state.Value("row-seen"), row, Values);
        state.AddError("", T["board.stale"]);
        return true;
    }
}
