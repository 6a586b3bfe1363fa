using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace IJJO.Platform.OData;

/// <summary>Serves every entity set: closed once per row class, told by the route which set it is.</summary>
internal sealed class SetController<TRow>(RowWriters writers, ILogger<SetController<TRow>> log) : ControllerBase where TRow : class
{
    public async Task<IActionResult> List(CancellationToken cancel)
    {
        var request = Open();
        var representation = Representation.Of(Request);
        var query = QueryParser.Parse(request.Set, request.Options()) with { PageSize = Preferences.PageSize(Request) };
        if (!query.IsCommon || representation.NeedsLibrary)
            return await QueryFaults.Guard(log, () => LibraryAnswer.ListAsync(request, Reader(request), query, cancel));

        var page = await QueryFaults.Guard(log, () => Reader(request).PageAsync(query, cancel));
        using var answer = new JsonAnswer();
        PageJson.Write(answer.Json, request, query, page, writers.Of<TRow>(request.Set), representation.IsBare);
        await answer.SendAsync(HttpContext, representation.ContentType);
        return new EmptyResult();
    }

    public async Task<IActionResult> Count(CancellationToken cancel)
    {
        var request = Open();
        var query = QueryParser.Parse(request.Set, request.Options().Where(o => o.Key is "$filter" or "$search").ToDictionary());
        var count = await QueryFaults.Guard(log, async () => await (await Reader(request).FilteredAsync(query)).LongCountAsync(cancel));
        return Content(count.ToString(null as IFormatProvider), "text/plain");
    }

    public async Task<IActionResult> Get(CancellationToken cancel)
    {
        var request = Open();
        var representation = Representation.Of(Request);
        var query = QueryParser.Parse(request.Set, request.Options());
        if (!query.IsCommon || representation.NeedsLibrary)
            return await QueryFaults.Guard(log, () => LibraryAnswer.OneAsync(request, Reader(request), cancel));

        var row = await QueryFaults.Guard(log, () => Reader(request).FindAsync(request.Key, query.Properties, cancel)) ?? throw ODataFault.NotFound();
        return await SendRowAsync(request, row, query.Properties, representation, StatusCodes.Status200OK);
    }

    public async Task<IActionResult> Property(CancellationToken cancel)
    {
        var (request, property, value) = await PropertyAsync(cancel);
        if (value is null or StatusCodeResult) return value as IActionResult ?? NoContent();
        var representation = Representation.Of(Request);
        using var answer = new JsonAnswer();
        PropertyJson.Write(answer.Json, request, property, value, representation.IsBare);
        await answer.SendAsync(HttpContext, representation.ContentType);
        return new EmptyResult();
    }

    public async Task<IActionResult> Value(CancellationToken cancel)
    {
        var (_, property, value) = await PropertyAsync(cancel);
        if (value is null or StatusCodeResult) return value as IActionResult ?? NoContent();
        if (property.Type.IsCollection) throw ODataFault.BadRequest("unsupported", "A collection has no raw value. Leave out /$value.");
        return File(PropertyJson.Raw(value), value is byte[] ? "application/octet-stream" : "text/plain; charset=utf-8");
    }

    public async Task<IActionResult> Reference(CancellationToken cancel)
    {
        var request = Open();
        var row = await QueryFaults.Guard(log, () => Reader(request).FindAsync(request.Key, [], cancel)) ?? throw ODataFault.NotFound();
        using var answer = new JsonAnswer();
        PropertyJson.WriteReference(answer.Json, request, row);
        await answer.SendAsync(HttpContext, Representation.Of(Request).ContentType);
        return new EmptyResult();
    }

    public async Task<IActionResult> References(CancellationToken cancel)
    {
        var request = Open();
        request.Allow("$filter", "$search", "$orderby", "$top", "$skip", "$count", "$skiptoken", "$format");
        var query = QueryParser.Parse(request.Set, request.Options()) with { PageSize = Preferences.PageSize(Request), Properties = [] };
        var page = await QueryFaults.Guard(log, () => Reader(request).PageAsync(query, cancel));
        using var answer = new JsonAnswer();
        PropertyJson.WriteReferences(answer.Json, request, page);
        await answer.SendAsync(HttpContext, Representation.Of(Request).ContentType);
        return new EmptyResult();
    }

    public async Task<IActionResult> Insert(CancellationToken cancel)
    {
        var request = Open();
        var write = request.Set.Declared.Board.Insert!;
        request.Demand(write.Permission);
        var body = await CommandBody.ReadAsync(Request, cancel);
        var result = await CommandRunner.RunAsync(HttpContext, request.Set, write.Command, null, body, cancel);
        if (Key(request, result.Value) is not { } key || await Reader(request).FindAsync(key, null, cancel) is not { } row) return NoContent();

        var location = $"{Links.Root(Request, request.Set.Module)}/{request.Set.Name}({KeyText.Of(key)})";
        Response.Headers.Location = location;
        Response.Headers["OData-EntityId"] = location;
        return Preferences.Minimal(Request) ? NoContent() : await SendRowAsync(request, row, null, Representation.Of(Request), StatusCodes.Status201Created);
    }

    public async Task<IActionResult> Update(CancellationToken cancel)
    {
        var request = Open();
        var write = request.Set.Declared.Board.Update!;
        request.Demand(write.Permission);
        var row = await CurrentAsync(request, cancel);
        var body = await CommandBody.ReadAsync(Request, cancel);
        body.FillFrom(row, write.Command);
        body.Set(write.KeyMember, request.Key[0].Value);
        body.Set(write.VersionMember, VersionOf(request.Set, row));
        await CommandRunner.RunAsync(HttpContext, request.Set, write.Command, KeyOf(request), body, cancel);
        if (Preferences.Minimal(Request) || await Reader(request).FindAsync(request.Key, null, cancel) is not { } changed) return NoContent();
        return await SendRowAsync(request, changed, null, Representation.Of(Request), StatusCodes.Status200OK);
    }

    public async Task<IActionResult> Delete(CancellationToken cancel)
    {
        var request = Open();
        var write = request.Set.Declared.Board.Delete!;
        request.Demand(write.Permission);
        var row = await CurrentAsync(request, cancel);
        var body = CommandBody.Empty();
        body.Set(write.KeyMember, request.Key[0].Value);
        body.Set(write.VersionMember, VersionOf(request.Set, row));
        await CommandRunner.RunAsync(HttpContext, request.Set, write.Command, KeyOf(request), body, cancel);
        return NoContent();
    }

    public async Task<IActionResult> Act(CancellationToken cancel)
    {
        var request = Open();
        var action = request.Action!;
        request.Demand(action.Permission);
        var row = action.KeyMember is null ? null : await CurrentAsync(request, cancel);
        var body = await CommandBody.ReadAsync(Request, cancel);
        if (row is not null)
        {
            body.Set(action.KeyMember, request.Key[0].Value);
            body.Set(action.VersionMember, VersionOf(request.Set, row));
        }
        var result = await CommandRunner.RunAsync(HttpContext, request.Set, action.Command, KeyOf(request), body, cancel);
        return result.Value is null ? NoContent() : new JsonResult(new Dictionary<string, object> { ["value"] = result.Value });
    }

    /// <summary>Routing cannot tell 405 from 404 here: addresses with keys share one place in its tree, and some other set may allow the method.</summary>
    public IActionResult Refuse()
    {
        Open();
        return StatusCode(StatusCodes.Status405MethodNotAllowed);
    }

    private SetRequest Open()
    {
        var request = SetRequest.Of(HttpContext);
        request.Demand(request.Set.Declared.Permission);
        return request;
    }

    private SetReader<TRow> Reader(SetRequest request) => SetReader<TRow>.Of(HttpContext.RequestServices, request.Set);

    /// <summary>The row as it is now, if this person may see it, and if the caller has seen this version.</summary>
    private async Task<TRow> CurrentAsync(SetRequest request, CancellationToken cancel)
    {
        var row = await QueryFaults.Guard(log, () => Reader(request).FindAsync(request.Key, null, cancel)) ?? throw ODataFault.NotFound();
        if (VersionOf(request.Set, row) is { } version) ETags.Demand(Request, version);
        return row;
    }

    private async Task<IActionResult> SendRowAsync(SetRequest request, TRow row, IReadOnlyList<RowProperty>? properties, Representation representation, int status)
    {
        var writer = writers.Of<TRow>(request.Set);
        if (writer.ETagOf(row) is { } etag)
        {
            Response.Headers.ETag = etag;
            if (status == StatusCodes.Status200OK && ETags.IsKnown(Request, etag)) return StatusCode(StatusCodes.Status304NotModified);
        }
        using var answer = new JsonAnswer();
        PageJson.WriteOne(answer.Json, request, row, properties, writer, representation.IsBare);
        await answer.SendAsync(HttpContext, representation.ContentType, status);
        return new EmptyResult();
    }

    /// <summary>The property of the row that the address names, or what to answer instead: the reader has this version already.</summary>
    private async Task<(SetRequest Request, RowProperty Property, object? Value)> PropertyAsync(CancellationToken cancel)
    {
        var request = Open();
        request.Allow("$format");
        var property = request.Property!;
        var row = await QueryFaults.Guard(log, () => Reader(request).FindAsync(request.Key, [property], cancel)) ?? throw ODataFault.NotFound();
        if (writers.Of<TRow>(request.Set).ETagOf(row) is { } etag)
        {
            Response.Headers.ETag = etag;
            if (ETags.IsKnown(Request, etag)) return (request, property, StatusCode(StatusCodes.Status304NotModified));
        }
        return (request, property, property.Info.GetValue(row));
    }

    private static string? KeyOf(SetRequest request) =>
        request.Key.Count > 0 ? string.Join(',', request.Key.Select(part => Convert.ToString(part.Value, CultureInfo.InvariantCulture))) : null;

    private static uint? VersionOf(ServedSet set, TRow row) => (uint?)set.Shape.Version?.GetValue(row);

    private static KeyValuePair<string, object>[]? Key(SetRequest request, object? produced) =>
        request.Set.Shape.Keys is [var key] && produced?.GetType() == key.Info.PropertyType ? [KeyValuePair.Create(key.Name, produced)] : null;
}
