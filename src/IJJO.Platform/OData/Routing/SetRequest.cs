using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <summary>What a request addresses: a set, perhaps a row of it, and what follows behind.</summary>
/// <param name="Http">The request.</param>
/// <param name="Set">The set.</param>
/// <param name="Key">The key of the row, or nothing.</param>
/// <param name="Rest">What follows: a property, <c>$count</c>, an operation.</param>
/// <param name="Narrow">Where the address came here through a relation or a function: what is left of the set's rows.</param>
internal sealed record SetRequest(HttpContext Http, ServedSet Set, IReadOnlyList<KeyValuePair<string, object>> Key, ODataPathSegment[] Rest, Func<IQueryable, IQueryable>? Narrow = null)
{
    /// <summary>Whether there is at most one row, by its key or because the relation says so.</summary>
    public bool IsRow { get; init; } = Key.Count > 0;

    /// <summary>The values of the aliases in the address.</summary>
    public IDictionary<string, SingleValueNode> Aliases { get; init; } = new Dictionary<string, SingleValueNode>();

    public static SetRequest Of(HttpContext http, ServedSet set, ODataPathSegment[] segments) => segments is [KeySegment key, .. var rest]
        ? new(http, set, [.. key.Keys.Select(part => KeyValuePair.Create(part.Key, Plain(part.Value)))], rest)
        : new(http, set, [], segments);

    /// <summary>The request behind a relation or a function of this one.</summary>
    public SetRequest Behind(ServedSet target, bool isRow, Func<IQueryable, IQueryable> narrow)
    {
        var behind = Of(Http, target, Rest[1..]);
        return behind with { Narrow = narrow, IsRow = isRow || behind.IsRow };
    }

    public ICurrentUser User => Http.RequestServices.GetRequiredService<ICurrentUser>();

    /// <summary>Before anything else: 401 for a visitor who might sign in, 403 for somebody who has.</summary>
    public void Demand(string? permission) => Access.Demand(User, permission);

    /// <summary>The query options; the same one twice is an error of the client that must not be guessed about.</summary>
    public IReadOnlyDictionary<string, string> Options()
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in Http.Request.Query)
        {
            if (!name.StartsWith('$') && !name.StartsWith('@')) continue;
            if (values.Count > 1) throw ODataFault.BadRequest("invalid-request", $"The query option '{name}' is given more than once.");
            options[name] = values.ToString();
        }
        return options;
    }

    /// <summary>Refuses options that mean nothing at this address.</summary>
    public void Allow(params string[] options)
    {
        if (Http.Request.Query.Keys.FirstOrDefault(name => name.StartsWith('$') && !options.Contains(name)) is { } other)
            throw ODataFault.BadRequest("unsupported", $"The query option '{other}' has no meaning here.");
    }

    // The library reads dates and times into types of its own, which it has marked as obsolete without offering another way yet.
#pragma warning disable CS0618
    public static object Plain(object value) => value switch
    {
        Microsoft.OData.Edm.Date date => (DateOnly)date,
        Microsoft.OData.Edm.TimeOfDay time => (TimeOnly)time,
        _ => value,
    };
#pragma warning restore CS0618
}
