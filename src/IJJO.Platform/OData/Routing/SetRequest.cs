using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OData.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <summary>What a request addresses.</summary>
internal sealed record SetRequest(HttpContext Http, ServedSet Set, IReadOnlyList<KeyValuePair<string, object>> Key, BoardAction? Action, RowProperty? Property)
{
    public static SetRequest Of(HttpContext http)
    {
        var feature = http.ODataFeature();
        var path = feature.Path;
        var set = http.RequestServices.GetRequiredService<ODataServices>().Find(feature.RoutePrefix["odata/".Length..], ((EntitySetSegment)path.FirstSegment).EntitySet.Name)!;
        var key = path.OfType<KeySegment>().FirstOrDefault()?.Keys.Select(part => KeyValuePair.Create(part.Key, Plain(part.Value))).ToArray() ?? [];
        var operation = (path.LastSegment as OperationSegment)?.Operations.Single();
        return new(http, set, key, operation is Microsoft.OData.Edm.IEdmAction action ? set.Actions[action] : null,
            path.OfType<PropertySegment>().FirstOrDefault() is { } property ? set.Shape.Find(property.Property.Name) : null);
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

    // The library reads dates and times of keys into types of its own, which it has marked as obsolete without offering another way yet.
#pragma warning disable CS0618
    private static object Plain(object value) => value switch
    {
        Microsoft.OData.Edm.Date date => (DateOnly)date,
        Microsoft.OData.Edm.TimeOfDay time => (TimeOnly)time,
        _ => value,
    };
#pragma warning restore CS0618
}
