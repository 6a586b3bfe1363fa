using System.Text.Json;
using System.Text.RegularExpressions;
using IJJO.Platform.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.OData.Tests;

/// <summary>A question that is asked again is answered from its kept translation: with the rights of whoever asks, and its own values.</summary>
public sealed class PlanTests(SampleSite site)
{
    private const int Seed = 20_261_125;
    private static readonly int QueriesPerSet = Effort.IsWhole ? 60 : 4;

    [Fact]
    public async Task Whoever_asks_again_gets_what_they_got_without_a_plan()
    {
        var (served, planned, direct) = (site.Served, new HashSet<string>(), new HashSet<string>());
        TestPerson?[] readers = [null, served.People.Everybody, served.People[Roles.Coordinator], .. served.People.Evaluators.Take(2)];
        foreach (var set in served.Sets)
        {
            var sample = await SetSample.ReadAsync(served, set, served.People.Everybody);
            for (var number = 0; number < QueriesPerSet; number++)
            {
                var query = QueryShape.Common(sample, new Random(Seed + number)).With(new Random(Seed - number));
                var alone = new List<string>();
                foreach (var who in readers) alone.Add(await AloneAsync(who, $"{sample.Address}?{query}"));
                // In turns, so that each finds what the others have left.
                for (var round = 0; round < 3; round++)
                {
                    for (var i = 0; i < readers.Length; i++) Assert.Equal((query, alone[i]), (query, await AskAsync(readers[i], $"{sample.Address}?{query}")));
                }
                var plans = PlansOf(set, query);
                if (plans.Count > 0) planned.Add($"{set.Module}/{set.Name}");
                if (plans.Any(IsDirect)) direct.Add($"{set.Module}/{set.Name}");
            }
        }
        // Its rights are asked of the engine's own reader, in SQL.
        var never = served.Sets.Select(set => $"{set.Module}/{set.Name}").Except(planned).ToArray();
        Assert.Equal(["platform/Views"], never);
        // All these are read without EF Core.
        Assert.Equal(planned, direct);
    }

    [Fact]
    public async Task Its_pages_are_those_that_it_had_without_a_plan()
    {
        var (served, direct) = (site.Served, new HashSet<string>());
        foreach (var set in served.Sets)
        {
            var sample = await SetSample.ReadAsync(served, set, served.People.Everybody);
            foreach (var property in set.Shape.Properties.Where(OrderTerm.CanCompare))
            {
                var (first, options) = ($"{sample.Address}?$orderby={property.Name}", $"$orderby={property.Name}");
                for (var round = 0; round < 3; round++)
                {
                    var next = first;
                    for (var number = 0; number < 4 && next is not null; number++)
                    {
                        var (alone, planned) = (await PageAsync($"{next}&@p{Guid.NewGuid():N}=1"), await PageAsync(next));
                        Assert.Equal((next, alone), (next, planned));
                        next = planned.Next;
                    }
                }
                if (PlansOf(set, options).Any(plan => IsDirect(plan) && plan.Shape.Start is not null)) direct.Add($"{set.Module}/{set.Name}");
            }
        }
        // Those with rows for more than a page of three.
        Assert.Superset(new HashSet<string>(["submissions/Proposals", "evaluation/Cases", "outreach/Messages", "knowledge-feed/AllAdvances"]), direct);

        async Task<(string Rows, string? Next)> PageAsync(string address)
        {
            var answer = await served.GetAsync(served.People.Everybody, address, ("Prefer", "odata.maxpagesize=3"));
            using var page = JsonDocument.Parse(answer.Body);
            var next = page.RootElement.TryGetProperty("@odata.nextLink", out var link) ? new Uri(link.GetString()!).PathAndQuery : null;
            return (page.RootElement.GetProperty("value").GetRawText(), next is null ? null : Regex.Replace(next, "&(@|%40)p[0-9a-f]{32}=1", ""));
        }
    }

    [Fact]
    public async Task Two_who_ask_the_same_get_their_own_rows()
    {
        const string address = "/odata/evaluation/Assignments?$select=Id";
        var (one, other) = (site.Served.People.Evaluators[0], site.Served.People.Evaluators[1]);
        var (ofOne, ofOther) = (await AloneAsync(one, address), await AloneAsync(other, address));
        Assert.NotEqual(ofOne, ofOther);
        for (var round = 0; round < 4; round++) Assert.Equal((ofOne, ofOther), (await AskAsync(one, address), await AskAsync(other, address)));
    }

    [Fact]
    public async Task What_a_permission_has_shown_is_gone_with_it()
    {
        const string address = "/odata/evaluation/Assessments?$select=Id";
        var before = site.Served.People[Roles.Administrator]!;
        var after = before with { Permissions = [.. before.Permissions.Except(["evaluation.read"])] };
        var all = await AloneAsync(before, address);
        for (var round = 0; round < 4; round++) Assert.Equal(all, await AskAsync(before, address));
        Assert.NotEqual(all, await AskAsync(after, address));
        Assert.Equal(await AloneAsync(after, address), await AskAsync(after, address));
    }

    [Fact]
    public async Task Questions_that_differ_in_a_value_keep_their_values()
    {
        for (var round = 0; round < 4; round++)
        {
            foreach (var country in (string[])["ES", "FR", "BE"])
            {
                var rows = await AskAsync(site.Served.People.Everybody, $"/odata/submissions/Proposals?$filter=Country eq '{country}'&$select=Country");
                Assert.All(JsonDocument.Parse(rows).RootElement.EnumerateArray(), row => Assert.Equal(country, row.GetProperty("Country").GetString()));
                Assert.NotEqual("[]", rows);
            }
        }
    }

    [Fact]
    public async Task A_plan_ends_with_the_model_that_it_was_made_for()
    {
        const string query = "$select=Id&$orderby=Name,Id";
        var (who, set) = (site.Served.People.Everybody, site.Served.Sets.Single(set => set is { Module: "submissions", Name: "Parties" }));
        var before = await AskAsync(who, $"/odata/submissions/Parties?{query}");
        for (var round = 0; round < 3; round++) await AskAsync(who, $"/odata/submissions/Parties?{query}");
        Assert.NotEmpty(PlansOf(set, query));

        // EF Core forgets its models when its cache is full. Contexts of the pool keep theirs, so they are held until there is a new one.
        var held = new List<AsyncServiceScope>();
        DbContext Next()
        {
            held.Add(site.Served.Host.Services.CreateAsyncScope());
            return (DbContext)held[^1].ServiceProvider.GetRequiredService(set.Declared.Context);
        }
        var old = Next();
        ((MemoryCache)old.GetService<IMemoryCache>()).Clear();
        while (Next().Model == old.Model) Assert.InRange(held.Count, 1, 500);

        Assert.Equal(before, await AskAsync(who, $"/odata/submissions/Parties?{query}"));
        foreach (var scope in held) await scope.DisposeAsync();
    }

    /// <summary>An alias that nothing refers to makes it a question that nobody asked before.</summary>
    private Task<string> AloneAsync(TestPerson? who, string address) => AskAsync(who, $"{address}&@p{Guid.NewGuid():N}=1");

    private async Task<string> AskAsync(TestPerson? who, string address)
    {
        var answer = await site.Served.GetAsync(who, address);
        if (answer.Status != 200) return $"{answer.Status}";
        using var page = JsonDocument.Parse(answer.Body);
        return page.RootElement.GetProperty("value").GetRawText();
    }

    private static bool IsDirect(QueryPlan plan) => plan.GetType().GetGenericTypeDefinition() == typeof(DirectPlan<>);

    private IReadOnlyList<QueryPlan> PlansOf(ServedSet set, string query) =>
        site.Served.Host.Services.GetRequiredService<QueryPlans>().Parse(set, QueryHelpers.ParseQuery(query).ToDictionary(option => option.Key, option => option.Value.ToString())).Plans!.Kept;
}
