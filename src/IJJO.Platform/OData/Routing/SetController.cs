using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <summary>Serves every entity set: closed once per row class, told by the request which set it is.</summary>
internal sealed partial class SetController<TRow>(RowWriters writers, QueryPlans plans, SetControllers controllers, ODataServices services, ILogger<SetController<TRow>> log) : SetController where TRow : class
{
    private delegate Task<IActionResult> Answer(SetRequest request, CancellationToken cancel);

    public override Task<IActionResult> AnswerAsync(SetRequest request)
    {
        request.Demand(request.Set.Declared.Permission);
        var board = request.Set.Declared.Board;
        // What is changed is changed at its own address.
        var isOwn = request.Narrow is null;
        return (request.IsRow, request.Rest) switch
        {
            (false, []) => On(request, List, post: isOwn && board.Insert is not null ? Insert : null),
            (false, [CountSegment]) => On(request, Count),
            (false, [ReferenceSegment]) => On(request, References),
            (true, []) => On(request, Get, patch: isOwn && board.Update is not null ? Update : null, delete: isOwn && board.Delete is not null ? Delete : null),
            (true, [ReferenceSegment]) => On(request, Reference),
            (true, [PropertySegment property, .. var rest]) => OfProperty(request, request.Set.Shape.Find(property.Property.Name)!, rest),
            (true, [NavigationPropertySegment related, ..]) when isOwn => Related(request, related.NavigationProperty.Name),
            (true, [NavigationPropertyLinkSegment related]) when isOwn => Related(request with { Rest = [related, new ReferenceSegment(related.NavigationSource)] }, related.NavigationProperty.Name),
            (_, [OperationSegment operation, ..]) when isOwn => Operation(request, operation),
            _ => throw ODataFault.NotFound(),
        };
    }

    private Task<IActionResult> OfProperty(SetRequest request, RowProperty property, ODataPathSegment[] rest) => rest switch
    {
        [] => On(request, (r, cancel) => Property(r, property, cancel)),
        [ValueSegment] => On(request, (r, cancel) => Raw(r, property, cancel)),
        [CountSegment] => On(request, (r, cancel) => Length(r, property, cancel)),
        _ => throw ODataFault.NotFound(),
    };

    private Task<IActionResult> Operation(SetRequest request, OperationSegment segment)
    {
        var operation = segment.Operations.First();
        // Sets that share a row class share its operations; each set has those that it declared.
        if (request.Set.Actions.TryGetValue(operation, out var action) && request.Rest.Length == 1) return On(request, null, post: (r, cancel) => Act(r, action, cancel));
        if (request.Set.Functions.TryGetValue(operation, out var function)) return On(request, (r, cancel) => Ask(r, function, segment, cancel));
        throw ODataFault.NotFound();
    }

    private Task<IActionResult> On(SetRequest request, Answer? read, Answer? post = null, Answer? patch = null, Answer? delete = null)
    {
        var method = Request.Method;
        var answer = Methods.IsRead(Request) ? read : HttpMethods.IsPost(method) ? post : HttpMethods.IsPatch(method) ? patch : HttpMethods.IsDelete(method) ? delete : null;
        if (answer is not null) return answer(request, request.Http.RequestAborted);
        var allowed = new[] { read is null ? null : Methods.Read, post is null ? null : "POST", patch is null ? null : "PATCH", delete is null ? null : "DELETE" };
        throw Methods.NotAllowed(HttpContext, string.Join(", ", allowed.OfType<string>()));
    }

    /// <summary>Reads from the set: quick questions at once, long ones in their turn.</summary>
    private Task<T> AskAsync<T>(SetRequest request, Func<SetReader<TRow>, Task<T>> ask)
    {
        var reader = Reader(request);
        return AskAsync(reader, () => ask(reader));
    }

    private Task<T> AskAsync<T>(SetReader<TRow> reader, Func<Task<T>> ask) =>
        QueryFaults.Guard(log, () => reader.AskAsync(() => Request.Path + Uri.UnescapeDataString(Request.QueryString.ToString()), ask, HttpContext.RequestAborted));

    private SetReader<TRow> Reader(SetRequest request) => SetReader<TRow>.Of(HttpContext.RequestServices, request.Set, request.Narrow);
}
