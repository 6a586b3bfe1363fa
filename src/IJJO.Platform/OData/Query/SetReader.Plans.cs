using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.OData;

/// <content>The rows of a page: by what was translated before, or else by EF Core.</content>
internal sealed partial class SetReader<TRow>
{
    private Task ReadAsync(ParsedQuery query, KeysetOrder? keyset, IReadOnlyList<object?>? seen, int most, List<TRow> rows, CancellationToken cancel)
    {
        if (query.Plans is not { } plans) return TranslateAsync(query, keyset, seen, most, rows, cancel);
        var nulls = seen is null ? null : string.Concat(seen.Select(value => value is null ? '0' : '1'));
        var shape = new PlanShape(most, CultureInfo.CurrentUICulture.Name, nulls, db.Database.CurrentTransaction is not null, db.Model);
        if (plans.Find(shape, user) is QueryPlan<TRow> plan) return plan.ReadAsync(db, Given(seen), rows, cancel);
        return plans.IsWorthwhile() ? PlanAndReadAsync() : TranslateAsync(query, keyset, seen, most, rows, cancel);

        async Task PlanAndReadAsync()
        {
            if (await PlanAsync(plans, shape, query, keyset, seen, cancel) is { } made) await made.ReadAsync(db, Given(seen), rows, cancel);
            else await TranslateAsync(query, keyset, seen, most, rows, cancel);
        }
    }

    private async Task TranslateAsync(ParsedQuery query, KeysetOrder? keyset, IReadOnlyList<object?>? seen, int most, List<TRow> rows, CancellationToken cancel)
    {
        var start = seen is null ? null : SeenValues.Of(seen, keyset!);
        await foreach (var row in Page(await FilteredAsync(query), query, keyset, start, Expression.Constant(most)).AsAsyncEnumerable().WithCancellation(cancel)) rows.Add(row);
    }

    /// <summary>Translates a question that is asked often.</summary>
    private async Task<QueryPlan<TRow>?> PlanAsync(QuestionPlans plans, PlanShape shape, ParsedQuery query, KeysetOrder? keyset, IReadOnlyList<object?>? seen, CancellationToken cancel)
    {
        try
        {
            var plan = await MakeAsync(shape, query, keyset, seen, cancel);
            if (plan is null) plans.GiveUp();
            else plans.Add(plan);
            return plan;
        }
        catch (Exception fault) when (fault is not ODataFault && QueryFaults.Translate(fault) is not null)
        {
            plans.GiveUp();
            return null;
        }
    }

    /// <summary>The plan; <c>null</c> where the query is not the same each time it is made, as it then depends on more than the answers of its reader.</summary>
    private async Task<QueryPlan<TRow>?> MakeAsync(PlanShape shape, ParsedQuery query, KeysetOrder? keyset, IReadOnlyList<object?>? seen, CancellationToken cancel)
    {
        var asked = new AskedReader(user);
        var reader = new SetReader<TRow>(set, asked, db, search, database, lane);
        var start = seen?.Select((value, i) => value is null ? null : Expression.Parameter(keyset!.Terms[i].Property.Info.PropertyType, $"seen{i}")).ToArray();
        var open = OpenValues.Of((await ReadByAsync(reader, start, Expression.Constant(shape.Size))).Expression);
        if (!open.IsLike(OpenValues.Of((await ReadByAsync(this, start, Expression.Constant(shape.Size))).Expression))) return null;
        var plan = await DirectAsync() ?? (QueryPlan<TRow>?)CompiledPlan<TRow>.Of(shape, asked, db, open, [.. start?.OfType<ParameterExpression>() ?? []], Given(seen));
        asked.Seal();
        return plan;

        async Task<DirectPlan<TRow>?> DirectAsync()
        {
            if (shape.IsJoint || !set.Shape.CanProject) return null;
            var values = seen is null ? null : SeenValues.Of(seen, keyset!);
            // In the text of the SQL: as long as PostgreSQL does not know how few rows are wanted, it plans anew each time.
            var most = Expression.Call(typeof(EF), nameof(EF.Constant), [typeof(int)], Expression.Constant(shape.Size));
            return await DirectPlan<TRow>.OfAsync(shape, asked, db, database.Reads, await ReadByAsync(reader, values, most), Given(seen), Selection.Members(set.Shape, query.Needed, keyset), cancel);
        }

        async Task<IQueryable<TRow>> ReadByAsync(SetReader<TRow> reader, IReadOnlyList<Expression?>? start, Expression most) =>
            reader.Page(await reader.FilteredAsync(query), query, keyset, start, most);
    }

    private static IReadOnlyList<object?> Given(IReadOnlyList<object?>? seen) => [.. seen?.Where(value => value is not null) ?? []];
}
