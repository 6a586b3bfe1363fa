using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.OData;

/// <summary>Related rows within the row that they belong to.</summary>
internal static class ExpandedJson
{
    public static ExpandedRows Of<TRow>(
        HttpRequest request, ServedSet parent, ParsedExpand expand, IReadOnlyList<TRow> rows, IReadOnlyDictionary<object, long> counts, RowWriter<TRow>.Writer writer) where TRow : class
    {
        var (relation, query) = (expand.Relation, expand.Query);
        var byValue = rows.ToLookup(row => relation.Foreign.Info.GetValue(row)!);
        return (json, row) =>
        {
            var value = relation.Local.Info.GetValue(row);
            var found = value is null ? [] : byValue[value];
            if (relation.IsSingle && !expand.IsCount)
            {
                json.WritePropertyName(relation.Name);
                if (found.FirstOrDefault() is { } one) writer.Row(json, one);
                else json.WriteNullValue();
                return;
            }
            if (query.Count) json.WriteNumber($"{relation.Name}@odata.count", value is null ? 0 : counts.GetValueOrDefault(value));
            if (expand.IsCount) return;

            var page = found.Take(expand.PageSize).ToArray();
            json.WriteStartArray(relation.Name);
            foreach (var one in page) writer.Row(json, one);
            json.WriteEndArray();
            if (page.Length > 0 && found.Skip(page.Length).Any() && Next(expand, page[^1], page.Length) is { } next)
                json.WriteString($"{relation.Name}@odata.nextLink", Links.Related(request, parent, row, expand, next));
        };
    }

    private static NextPage? Next(ParsedExpand expand, object last, int size)
    {
        if (expand.Query.Top <= size) return null;
        var keyset = KeysetOrder.From(QueryParser.OrderOf(expand.Relation.Target, expand.Query), expand.Relation.Target.Shape);
        var left = expand.Query.Top - size;
        return keyset is null ? new(null, expand.Query.Skip + size, left) : new(keyset.TokenOf(last).Text, null, left);
    }
}
