using IJJO.Platform.OData;
using IJJO.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.Boards;

/// <summary>Carries out an action on some rows, each in a transaction of its own: what was done stays done, whatever the next row says.</summary>
internal sealed class BulkActions(IServiceProvider services, ActionRunner actions)
{
    /// <summary>Longer than this nobody should wait for a page; more rows are a <see cref="BulkRun"/>.</summary>
    public const int Most = 25;

    public async Task<BulkResult> RunAsync(ServedSet set, BoardAction action, IFormCollection posted, IReadOnlyList<BoardRow> rows, CancellationToken cancel)
    {
        var refused = new List<(BoardRow, string)>();
        foreach (var row in rows)
        {
            var state = FormState.From(posted);
            var isDone = false;
            await using var run = new JointRun(services, set.Declared.Context);
            await run.OpenAsync(cancel);
            await run.StepAsync(row.Key, async () => isDone = (await actions.RunOneOfManyAsync(set, action, state, row, cancel)).Succeeded, cancel);
            if (isDone) await run.CommitAsync(cancel);
            else refused.Add((row, Rehearsals.WhyOf(state)));
        }
        return new(rows.Count - refused.Count, refused);
    }
}

/// <summary>What was done, and what was refused and why.</summary>
internal sealed record BulkResult(int Done, IReadOnlyList<(BoardRow Row, string Why)> Refused);
