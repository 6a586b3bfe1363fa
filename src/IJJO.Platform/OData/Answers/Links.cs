using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace IJJO.Platform.OData;

/// <summary>Addresses in answers; they are absolute, so that clients can follow them as they are.</summary>
internal static class Links
{
    public static string Root(HttpRequest request, string module) => UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, $"/odata/{module}");

    public static string Context(HttpRequest request, ServedSet set, IReadOnlyList<RowProperty>? properties, bool entity) =>
        $"{Root(request, set.Module)}/$metadata#{set.Name}{(properties is null || properties.Count == set.Shape.Properties.Count ? "" : $"({string.Join(',', properties.Select(p => p.Name))})")}{(entity ? "/$entity" : "")}";

    public static string Row(HttpRequest request, ServedSet set, object row) =>
        $"{Root(request, set.Module)}/{set.Name}({KeyText.Of([.. set.Shape.Keys.Select(key => KeyValuePair.Create(key.Name, key.Info.GetValue(row)!))])})";

    public static string Next(HttpRequest request, NextPage next)
    {
        var query = new QueryBuilder(request.Query
            .Where(option => option.Key is not ("$skiptoken" or "$skip" or "$top"))
            .SelectMany(option => option.Value.Select(value => KeyValuePair.Create(option.Key, value ?? ""))));
        if (next.Top is { } top) query.Add("$top", top.ToString(null as IFormatProvider));
        if (next.SkipToken is { } token) query.Add("$skiptoken", token);
        if (next.Skip is { } skip) query.Add("$skip", skip.ToString(null as IFormatProvider));
        return UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path, query.ToQueryString());
    }
}
