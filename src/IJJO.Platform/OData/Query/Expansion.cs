using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.OData;

/// <summary>Writes the related rows behind the properties of a row.</summary>
internal delegate void ExpandedRows(Utf8JsonWriter json, object row);

/// <summary>Reads what <c>$expand</c> asks for: one query for each path and all rows before it, as rows of the related set that this reader may see.</summary>
internal sealed class Expansion(SetControllers controllers, HttpContext http, Representation representation)
{
    private int _rows;

    public Representation Representation => representation;

    /// <summary>How many rows may still come.</summary>
    public int Left => QueryLimits.MaxExpandedRows - _rows;

    /// <summary>Refuses before anything is read.</summary>
    public void Demand(IReadOnlyList<ParsedExpand> expands)
    {
        if (expands.Count > 0 && representation.NeedsLibrary) throw new ODataFault(StatusCodes.Status406NotAcceptable, "not-acceptable", "$expand comes with minimal or no metadata only.");
        foreach (var expand in expands)
        {
            Access.Demand(http.RequestServices.GetRequiredService<ICurrentUser>(), expand.Relation.Target.Declared.Permission);
            Demand(expand.Query.Expand);
        }
    }

    public async Task<IReadOnlyList<ExpandedRows>> ReadAsync(ServedSet set, IReadOnlyList<ParsedExpand> expands, IReadOnlyList<object> rows)
    {
        var written = new List<ExpandedRows>(expands.Count);
        foreach (var expand in expands)
        {
            var values = rows.Select(row => expand.Relation.Local.Info.GetValue(row)).OfType<object>().ToHashSet();
            written.Add(await controllers.Open(http, expand.Relation.Target).ExpandAsync(this, set, expand, values));
        }
        return written;
    }

    public void Use(int rows)
    {
        _rows += rows;
        if (_rows > QueryLimits.MaxExpandedRows)
            throw ODataFault.BadRequest("too-much", $"This expands to more than {QueryLimits.MaxExpandedRows} rows. Nest a $top, or ask for fewer rows.");
    }
}
