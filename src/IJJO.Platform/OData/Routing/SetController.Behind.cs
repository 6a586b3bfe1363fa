using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <content>What lies behind a row or the set: related rows and the answers of functions.</content>
internal sealed partial class SetController<TRow>
{
    public override async Task<ExpandedRows> ExpandAsync(Expansion expansion, ServedSet parent, ParsedExpand expand, IReadOnlyCollection<object> values)
    {
        var (set, query) = (expand.Relation.Target, expand.Query);
        var reader = SetReader<TRow>.Of(HttpContext.RequestServices, set);
        var related = RelatedRows<TRow>.Of(reader, set, expand, values);
        var rows = expand.IsCount || values.Count == 0 ? [] : await AskAsync(reader, () => related.ReadAsync(expansion.Left, HttpContext.RequestAborted));
        expansion.Use(rows.Count);
        var counts = query.Count && values.Count > 0 ? await AskAsync(reader, () => related.CountAsync(HttpContext.RequestAborted)) : new Dictionary<object, long>();
        var writer = writers.Of<TRow>(set).For(query.Properties ?? set.Shape.Properties, expansion.Representation.IsBare, await expansion.ReadAsync(set, query.Expand, rows));
        return ExpandedJson.Of(Request, parent, expand, rows, counts, writer);
    }

    private async Task<IActionResult> Related(SetRequest request, string name)
    {
        if (!request.Set.Relations.TryGetValue(name, out var relation)) throw ODataFault.NotFound();
        request.Demand(relation.Target.Declared.Permission);
        var row = await AskAsync(request, reader => reader.FindAsync(request.Key, [relation.Local], request.Http.RequestAborted)) ?? throw ODataFault.NotFound();
        var value = relation.Local.Info.GetValue(row);
        return await controllers.Open(HttpContext, relation.Target).AnswerAsync(request.Behind(relation.Target, relation.IsSingle, rows => RowFilter.Having(rows, relation.Foreign, value)));
    }

    private async Task<IActionResult> Ask(SetRequest request, BoardFunction function, OperationSegment segment, CancellationToken cancel)
    {
        request.Demand(function.Permission);
        var target = function.Set is null ? null : services.Find(request.Set.Module, function.Set) ?? throw ODataFault.NotFound();
        if (target is null && request.Rest.Length > 1) throw ODataFault.NotFound();
        if (target is not null) request.Demand(target.Declared.Permission);
        if (target is null) request.Allow("$format");
        var query = QuestionReader.Read(request, function, segment);
        if (function.KeyMember is not null && await AskAsync(request, reader => reader.FindAsync(request.Key, [], cancel)) is null) throw ODataFault.NotFound();
        if (target is not null)
            return await controllers.Open(HttpContext, target).AnswerAsync(request.Behind(target, false, rows => QuestionRunner.Narrow(HttpContext.RequestServices, function, query, rows)));

        var representation = Representation.Of(Request);
        if (await AskAsync(request, _ => QuestionRunner.AnswerAsync(HttpContext.RequestServices, function, query, cancel)) is not { } value) return NoContent();
        using var answer = new JsonAnswer();
        PropertyJson.WriteResult(answer.Json, request, segment.Operations.First(), value, representation.IsBare);
        await answer.SendAsync(HttpContext, representation.ContentType);
        return new EmptyResult();
    }
}
