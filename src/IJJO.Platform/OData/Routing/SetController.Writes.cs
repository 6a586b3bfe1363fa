using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace IJJO.Platform.OData;

/// <content>Inserts, updates, deletes and actions.</content>
internal sealed partial class SetController<TRow>
{
    private async Task<IActionResult> Insert(SetRequest request, CancellationToken cancel)
    {
        var write = request.Set.Declared.Board.Insert!;
        request.Demand(write.Permission);
        // Before anything is done: who could not read the answer has changed nothing.
        var representation = Representation.Of(Request);
        var body = await CommandBody.ReadAsync(Request, cancel);
        var result = await CommandRunner.RunAsync(HttpContext, request.Set, write.Command, null, body, cancel);
        if (Key(request, result.Value) is not { } key || await Reader(request).FindAsync(key, null, cancel) is not { } row) return NoContent();

        Response.Headers.Location = Response.Headers["OData-EntityId"] = Links.Row(Request, request.Set, row);
        return await WrittenAsync(request, row, representation, StatusCodes.Status201Created);
    }

    private async Task<IActionResult> Update(SetRequest request, CancellationToken cancel)
    {
        var write = request.Set.Declared.Board.Update!;
        request.Demand(write.Permission);
        var representation = Representation.Of(Request);
        var row = await CurrentAsync(request, cancel);
        var body = await CommandBody.ReadAsync(Request, cancel);
        body.FillFrom(row, write.Command);
        body.Set(write.KeyMember, request.Key[0].Value);
        body.Set(write.VersionMember, VersionOf(request.Set, row));
        await CommandRunner.RunAsync(HttpContext, request.Set, write.Command, KeyOf(request), body, cancel);
        return await Reader(request).FindAsync(request.Key, null, cancel) is { } changed ? await WrittenAsync(request, changed, representation, StatusCodes.Status200OK) : NoContent();
    }

    /// <summary>The row as it is after the change, or only where it is and which version it has (4.01 part 1, 8.2.8.7).</summary>
    private async Task<IActionResult> WrittenAsync(SetRequest request, TRow row, Representation representation, int status)
    {
        if (!Preferences.Minimal(Request)) return await SendRowAsync(request, row, new ParsedQuery(), representation, status);
        Response.Headers["OData-EntityId"] = Links.Row(Request, request.Set, row);
        Response.Headers["Preference-Applied"] = "return=minimal";
        Response.Headers.ETag = writers.Of<TRow>(request.Set).ETagOf(row);
        return NoContent();
    }

    private async Task<IActionResult> Delete(SetRequest request, CancellationToken cancel)
    {
        var write = request.Set.Declared.Board.Delete!;
        request.Demand(write.Permission);
        var row = await CurrentAsync(request, cancel);
        var body = CommandBody.Empty();
        body.Set(write.KeyMember, request.Key[0].Value);
        body.Set(write.VersionMember, VersionOf(request.Set, row));
        await CommandRunner.RunAsync(HttpContext, request.Set, write.Command, KeyOf(request), body, cancel);
        return NoContent();
    }

    private async Task<IActionResult> Act(SetRequest request, BoardAction action, CancellationToken cancel)
    {
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

    /// <summary>The row as it is now, if this person may see it, and if the caller has seen this version.</summary>
    private async Task<TRow> CurrentAsync(SetRequest request, CancellationToken cancel)
    {
        var row = await AskAsync(request, reader => reader.FindAsync(request.Key, null, cancel)) ?? throw ODataFault.NotFound();
        if (VersionOf(request.Set, row) is { } version) ETags.Demand(Request, version);
        return row;
    }

    private static string? KeyOf(SetRequest request) =>
        request.Key.Count > 0 ? string.Join(',', request.Key.Select(part => Convert.ToString(part.Value, CultureInfo.InvariantCulture))) : null;

    private static uint? VersionOf(ServedSet set, TRow row) => set.Shape.VersionOf(row);

    private static KeyValuePair<string, object>[]? Key(SetRequest request, object? produced) =>
        request.Set.Shape.Keys is [var key] && produced?.GetType() == key.Info.PropertyType ? [KeyValuePair.Create(key.Name, produced)] : null;
}
