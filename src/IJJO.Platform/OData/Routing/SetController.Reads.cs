using System.Collections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.OData;

/// <content>Rows, their properties and their addresses.</content>
internal sealed partial class SetController<TRow>
{
    private async Task<IActionResult> List(SetRequest request, CancellationToken cancel)
    {
        var representation = Representation.Of(Request);
        // Behind a relation or a function there is another query for each row that leads there.
        var query = (request.Narrow is null ? plans.Parse(request.Set, request.Options()) : QueryParser.Parse(request.Set, request.Options())) with { PageSize = Preferences.PageSize(Request) };
        var expansion = new Expansion(controllers, HttpContext, representation);
        expansion.Demand(query.Expand);
        if (!query.IsCommon || representation.NeedsLibrary)
        {
            representation.Ask(Request);
            return await AskAsync(request, reader => LibraryAnswer.ListAsync(request, reader, query, cancel));
        }

        var page = await AskAsync(request, reader => reader.PageAsync(query, cancel));
        var writer = writers.Of<TRow>(request.Set).For(query.Properties ?? request.Set.Shape.Properties, representation.IsBare, await expansion.ReadAsync(request.Set, query.Expand, page.Rows));
        using var answer = new JsonAnswer();
        PageJson.Write(answer.Json, request, query, page, writer, representation.IsBare);
        await answer.SendAsync(HttpContext, representation.ContentType);
        return new EmptyResult();
    }

    private async Task<IActionResult> Count(SetRequest request, CancellationToken cancel)
    {
        if (request.Http.Request.Query.Keys.FirstOrDefault(name => name is "$apply" or "$compute") is { } option) throw ODataFault.BadRequest("unsupported", $"The query option '{option}' has no meaning here.");
        var query = QueryParser.Parse(request.Set, request.Options().Where(o => o.Key is "$filter" or "$search" || o.Key[0] == '@').ToDictionary());
        return Number(await AskAsync(request, async reader => await (await reader.FilteredAsync(query)).LongCountAsync(cancel)));
    }

    private async Task<IActionResult> Get(SetRequest request, CancellationToken cancel)
    {
        request.Allow("$select", "$expand", "$compute", "$format");
        var representation = Representation.Of(Request);
        var query = QueryParser.Parse(request.Set, request.Options());
        var expansion = new Expansion(controllers, HttpContext, representation);
        expansion.Demand(query.Expand);
        if (!query.IsCommon || representation.NeedsLibrary)
        {
            representation.Ask(Request);
            return await AskAsync(request, reader => LibraryAnswer.OneAsync(request, reader, cancel));
        }

        var row = await AskAsync(request, reader => reader.FindAsync(request.Key, query.Needed, cancel));
        // Behind a relation there may rightly be nothing (4.01 part 1, 11.2.4.1).
        if (row is null) return request.Key.Count == 0 ? NoContent() : throw ODataFault.NotFound();
        return await SendRowAsync(request, row, query, representation, StatusCodes.Status200OK, expansion);
    }

    private async Task<IActionResult> Property(SetRequest request, RowProperty property, CancellationToken cancel)
    {
        var representation = Representation.Of(Request);
        var value = await ValueAsync(request, property, cancel);
        if (value is null or StatusCodeResult) return value as IActionResult ?? NoContent();
        using var answer = new JsonAnswer();
        PropertyJson.Write(answer.Json, request, property, value, representation.IsBare);
        await answer.SendAsync(HttpContext, representation.ContentType);
        return new EmptyResult();
    }

    private async Task<IActionResult> Raw(SetRequest request, RowProperty property, CancellationToken cancel)
    {
        var produced = MediaTypes.Choose(Request, property.Type.Element == typeof(byte[]) ? MediaTypes.Binary : MediaTypes.Text).Produced;
        var value = await ValueAsync(request, property, cancel);
        if (value is null or StatusCodeResult) return value as IActionResult ?? NoContent();
        return File(PropertyJson.Raw(value), produced == MediaTypes.Text ? "text/plain; charset=utf-8" : produced);
    }

    private async Task<IActionResult> Length(SetRequest request, RowProperty property, CancellationToken cancel)
    {
        var value = await ValueAsync(request, property, cancel);
        return value is StatusCodeResult known ? known : Number(value is IEnumerable many ? many.Cast<object>().LongCount() : 0);
    }

    private async Task<IActionResult> Reference(SetRequest request, CancellationToken cancel)
    {
        var representation = Representation.Of(Request);
        var row = await AskAsync(request, reader => reader.FindAsync(request.Key, [], cancel));
        if (row is null) return request.Key.Count == 0 ? NoContent() : throw ODataFault.NotFound();
        using var answer = new JsonAnswer();
        PropertyJson.WriteReference(answer.Json, request, row, representation.IsBare);
        await answer.SendAsync(HttpContext, representation.ContentType);
        return new EmptyResult();
    }

    private async Task<IActionResult> References(SetRequest request, CancellationToken cancel)
    {
        request.Allow("$filter", "$search", "$orderby", "$top", "$skip", "$count", "$skiptoken", "$format");
        var representation = Representation.Of(Request);
        var query = QueryParser.Parse(request.Set, request.Options()) with { PageSize = Preferences.PageSize(Request), Properties = [] };
        var page = await AskAsync(request, reader => reader.PageAsync(query, cancel));
        using var answer = new JsonAnswer();
        PropertyJson.WriteReferences(answer.Json, request, page, representation.IsBare);
        await answer.SendAsync(HttpContext, representation.ContentType);
        return new EmptyResult();
    }

    private async Task<IActionResult> SendRowAsync(SetRequest request, TRow row, ParsedQuery query, Representation representation, int status, Expansion? expansion = null)
    {
        var writer = writers.Of<TRow>(request.Set);
        if (writer.ETagOf(row) is { } etag)
        {
            Response.Headers.ETag = etag;
            // What is expanded changes without the row.
            if (status == StatusCodes.Status200OK && query.Expand.Count == 0 && ETags.IsKnown(Request, etag)) return StatusCode(StatusCodes.Status304NotModified);
        }
        var expanded = expansion is null ? [] : await expansion.ReadAsync(request.Set, query.Expand, [row]);
        using var answer = new JsonAnswer();
        PageJson.WriteOne(answer.Json, request, row, query, writer.For(query.Properties ?? request.Set.Shape.Properties, representation.IsBare, expanded), representation.IsBare);
        await answer.SendAsync(HttpContext, representation.ContentType, status);
        return new EmptyResult();
    }

    /// <summary>The value of a property, or what to answer instead: the reader has this version already.</summary>
    private async Task<object?> ValueAsync(SetRequest request, RowProperty property, CancellationToken cancel)
    {
        request.Allow("$format");
        var row = await AskAsync(request, reader => reader.FindAsync(request.Key, [property], cancel)) ?? throw ODataFault.NotFound();
        if (writers.Of<TRow>(request.Set).ETagOf(row) is not { } etag) return property.Info.GetValue(row);
        Response.Headers.ETag = etag;
        return ETags.IsKnown(Request, etag) ? StatusCode(StatusCodes.Status304NotModified) : property.Info.GetValue(row);
    }

    private ContentResult Number(long number) => Content(number.ToString(null as IFormatProvider), "text/plain");
}
