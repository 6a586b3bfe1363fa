using IJJO.Platform.OData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Boards;

/// <summary>Reads a set for a page, which does not know the row class at compile time.</summary>
internal interface IBoardReader
{
    Task<BoardRows> PageAsync(IReadOnlyDictionary<string, string> options, string? after, int size, CancellationToken cancel);

    Task<long> CountAsync(IReadOnlyDictionary<string, string> options, CancellationToken cancel);

    /// <summary>The groups of an <c>$apply</c>, as they would be over OData.</summary>
    Task<IReadOnlyList<IReadOnlyDictionary<string, object>>> GroupsAsync(IReadOnlyDictionary<string, string> options, CancellationToken cancel);

    Task<BoardRow?> FindAsync(string key, CancellationToken cancel);

    /// <summary>Whether the row is one of those of a filter.</summary>
    Task<bool> IsAmongAsync(BoardRow row, string filter, CancellationToken cancel);

    /// <summary>The values that a property has, for a filter to choose from.</summary>
    Task<IReadOnlyList<string>> ValuesAsync(RowProperty property, CancellationToken cancel);

    /// <summary>Key and title of each row and nothing else, in the order asked for.</summary>
    Task<IReadOnlyList<BoardRow>> NamesAsync(IReadOnlyDictionary<string, string> options, int most, CancellationToken cancel);

    IAsyncEnumerable<BoardRow> AllAsync(IReadOnlyDictionary<string, string> options, CancellationToken cancel);
}

internal sealed record BoardRows(IReadOnlyList<BoardRow> Rows, long Count, string? Next);

/// <summary>A row as pages handle it.</summary>
internal sealed record BoardRow(ServedSet Set, object Row)
{
    public object? this[string property] => Set.Shape.Find(property)?.ValueOf(Row);

    /// <summary>The key as it stands in an address.</summary>
    public string Key => string.Join(',', Set.Shape.Keys.Select(key => Convert.ToString(key.ValueOf(Row), System.Globalization.CultureInfo.InvariantCulture)));

    public uint? Version => Set.Shape.VersionOf(Row);

    /// <summary>The page of the record: the module's own, or the one that is built from the board.</summary>
    public string Path
    {
        get
        {
            if (Set.Declared.Board.RecordPath is not { } path) return $"/staff/{Set.Module}/{Set.Name}/{Uri.EscapeDataString(Key)}";
            foreach (var property in Set.Shape.Properties.Where(p => path.Contains($"{{{p.Name}}}", StringComparison.Ordinal)))
                path = path.Replace($"{{{property.Name}}}", Uri.EscapeDataString(Convert.ToString(this[property.Name], System.Globalization.CultureInfo.InvariantCulture) ?? ""));
            return path;
        }
    }
}

/// <summary>Finds sets and opens them for reading.</summary>
internal sealed class BoardReaders(ODataServices services, ICurrentUser user, IServiceProvider scope)
{
    public ServedSet? Find(string module, string set) => services.Find(module, set);

    /// <summary>Whether this member of staff may see the set's pages.</summary>
    public bool MayRead(ServedSet set) => user.StaffId is not null && Access.May(user, set.Declared.Permission);

    /// <summary>Whether the module that serves the set keeps personal data; which of its rows show some, a query does not tell.</summary>
    public bool HasPersonalData(ServedSet set) => ((DbContext)scope.GetRequiredService(set.Declared.Context)).Model.GetEntityTypes()
        .SelectMany(entity => entity.ClrType.GetProperties()).Any(property => property.IsDefined(typeof(PersonalAttribute), inherit: false));

    public IBoardReader Open(ServedSet set) =>
        (IBoardReader)Activator.CreateInstance(typeof(BoardReader<>).MakeGenericType(set.Declared.Row), set, scope)!;
}
