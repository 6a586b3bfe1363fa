using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.OData;

/// <summary>Carries out the parts of one batch in their order.</summary>
internal sealed class BatchRun(HttpContext batch, RequestDelegate next, BatchAddresses addresses)
{
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private readonly SubRequest _requests = new(batch, next, addresses);

    public Task<IReadOnlyList<BatchOutcome>> RunAsync(IReadOnlyList<BatchPart> parts) =>
        EachAsync(parts, async (part, service) =>
        {
            await using var scope = Scope();
            if (!part.IsAtomic || service is null) return await AnswerAsync(part, scope.ServiceProvider);
            await using var joint = new JointRun(scope.ServiceProvider, service.Context);
            await joint.OpenAsync(batch.RequestAborted);
            BatchOutcome outcome = null!;
            await joint.StepAsync("", async () => !(outcome = await AnswerAsync(part, scope.ServiceProvider)).Failed, batch.RequestAborted);
            if (!outcome.Failed) await joint.CommitAsync(batch.RequestAborted);
            return outcome;
        });

    /// <summary>Carries them out, tells what would come of it, and leaves nothing behind. One request sees what those before it would have done.</summary>
    public async Task<(IReadOnlyList<BatchOutcome> Outcomes, IReadOnlyList<Effect> Effects)> TryAsync(IReadOnlyList<BatchPart> parts)
    {
        await using var scopes = new Scopes();
        var outcomes = await EachAsync(parts, async (part, service) =>
        {
            if (service is null) return await AnswerAsync(part, batch.RequestServices);
            var (scope, joint) = scopes.Of(service, Scope);
            if (!joint.IsOpen) await joint.OpenAsync(batch.RequestAborted);
            BatchOutcome outcome = null!;
            await joint.StepAsync(part.Group ?? part.Requests[0].Id, async () => !(outcome = await AnswerAsync(part, scope)).Failed, batch.RequestAborted);
            return outcome;
        });
        var effects = batch.RequestServices.GetRequiredService<Effects>().Of(scopes.Events);
        return (outcomes, effects);
    }

    private async Task<IReadOnlyList<BatchOutcome>> EachAsync(IReadOnlyList<BatchPart> parts, Func<BatchPart, ODataService?, Task<BatchOutcome>> carryOut)
    {
        var goesOn = Preferences.ContinuesOnError(batch.Request);
        var outcomes = new List<BatchOutcome>();
        // Before anything is done: a batch that is wrong is refused as a whole.
        foreach (var part in parts) addresses.Check(part);
        foreach (var part in parts)
        {
            var outcome = part.Requests.Any(request => request.DependsOn.Any(_failed.Contains))
                ? Refused(part, SubRequest.Depends)
                : await CarryOutAsync(part, carryOut);
            outcomes.Add(outcome);
            foreach (var response in outcome.Responses.Where(response => response.Failed)) _failed.Add(response.Id);
            if (outcome.Failed && part.Group is { } group) _failed.Add(group);
            if (outcome.Failed && !goesOn) break;
        }
        return outcomes;
    }

    private async Task<BatchOutcome> CarryOutAsync(BatchPart part, Func<BatchPart, ODataService?, Task<BatchOutcome>> carryOut)
    {
        ODataService? service;
        try
        {
            service = addresses.ServiceOf(part);
        }
        catch (ODataFault fault)
        {
            return Refused(part, id => SubRequest.Refused(id, fault));
        }
        return await carryOut(part, service);
    }

    private static BatchOutcome Refused(BatchPart part, Func<string, BatchResponse> why) => new(part, [.. part.Requests.Select(request => why(request.Id))]);

    /// <summary>Asks one request after the other; in a group, the first that fails fails them all.</summary>
    private async Task<BatchOutcome> AnswerAsync(BatchPart part, IServiceProvider scope)
    {
        var responses = new List<BatchResponse>();
        foreach (var request in part.Requests)
        {
            var response = await _requests.SendAsync(request, scope);
            responses.Add(response);
            if (response.Failed && part.IsAtomic)
                return new(part, [.. part.Requests.Select(one => one.Id == response.Id ? response : SubRequest.Depends(one.Id))]);
            addresses.Remember(response);
        }
        return new(part, responses);
    }

    private AsyncServiceScope Scope() => batch.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();

    /// <summary>One scope and transaction for each service that a dry run asks.</summary>
    private sealed class Scopes : IAsyncDisposable
    {
        private readonly Dictionary<ODataService, (AsyncServiceScope Scope, JointRun Run)> _open = [];

        public IEnumerable<Happened> Events => _open.Values.SelectMany(one => one.Run.Events);

        public (IServiceProvider Scope, JointRun Run) Of(ODataService service, Func<AsyncServiceScope> make)
        {
            if (!_open.TryGetValue(service, out var one))
            {
                var scope = make();
                _open[service] = one = (scope, new JointRun(scope.ServiceProvider, service.Context));
            }
            return (one.Scope.ServiceProvider, one.Run);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var (scope, run) in _open.Values)
            {
                await run.DisposeAsync();
                await scope.DisposeAsync();
            }
        }
    }
}
