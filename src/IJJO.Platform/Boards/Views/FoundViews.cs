using IJJO.Platform.Data;
using IJJO.Platform.OData;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>A view of a set, shipped or saved, as this person finds it.</summary>
/// <param name="Set">The set.</param>
/// <param name="Key">How addresses name it: the name of a shipped view, the id of a saved one.</param>
/// <param name="Name">How people call it.</param>
/// <param name="State">The list it stands for.</param>
/// <param name="Saved">The saved view behind it, if it is one.</param>
internal sealed record FoundView(ServedSet Set, string Key, string Name, ViewState State, ViewRow? Saved)
{
    public IReadOnlyList<string> Unknown => State.Unknown(Set);

    public bool Fits => Unknown.Count == 0;

    /// <summary>The columns that it shows: those chosen, else the set's.</summary>
    public IReadOnlyList<string> Columns => State.Options["cols"].ToString() is { Length: > 0 } chosen
        ? [.. chosen.Split(',').Select(column => column.Split(':')[0]).Where(column => Set.Shape.Find(column) is not null)]
        : Set.Declared.Board.Columns;

    public string Path => $"/staff/{Set.Module}/{Set.Name}?view={Key}";

    public string Page => $"/staff/{Set.Module}/{Set.Name}/views/{Key}";
}

/// <summary>Finds the views of sets that this person may use.</summary>
internal sealed class FoundViews(PlatformDb db, ICurrentUser user, BoardTexts texts, Texts platform)
{
    public async Task<IReadOnlyList<FoundView>> SavedAsync(ServedSet set, CancellationToken cancel) =>
        [.. (await ViewRow.Of(db, user).Where(view => view.Module == set.Module && view.Set == set.Name)
            .OrderByDescending(view => view.IsMine).ThenBy(view => view.Name).ThenBy(view => view.Id).ToListAsync(cancel)).Select(view => Of(set, view))];

    public IReadOnlyList<FoundView> Shipped(ServedSet set) =>
        [.. set.Declared.Board.Views.Where(view => view.Name != ViewState.Whole).Select(view => Of(set, view.Name, texts.View(set.Module, set.Name, view.Name), $"view={view.Name}"))
            .Prepend(Of(set, ViewState.Whole, platform.Get("platform", "board.all"), ""))];

    public async Task<FoundView?> FindAsync(ServedSet set, string key, CancellationToken cancel)
    {
        if (!Guid.TryParse(key, out var id)) return Shipped(set).FirstOrDefault(view => view.Key == key);
        return await ViewRow.Of(db, user).FirstOrDefaultAsync(view => view.Id == id && view.Module == set.Module && view.Set == set.Name, cancel) is { } row ? Of(set, row) : null;
    }

    /// <summary>The view that the list opens with for this person, if they have chosen one and it is still there.</summary>
    public async Task<FoundView?> DefaultAsync(ServedSet set, CancellationToken cancel) =>
        await db.DefaultViews.Where(view => view.AccountId == user.StaffId && view.Module == set.Module && view.Set == set.Name)
            .Select(view => view.View).FirstOrDefaultAsync(cancel) is { } key ? await FindAsync(set, key, cancel) : null;

    private static FoundView Of(ServedSet set, ViewRow row) => new(set, row.Id.ToString(), row.Name, new(row.Query), row);

    private static FoundView Of(ServedSet set, string key, string name, string state) => new(set, key, name, new(state), null);
}
