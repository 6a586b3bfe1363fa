using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace IJJO.Platform.OData.Tests;

/// <summary>
/// Two ways to an answer, one result. Each generated query is asked as it stands, which takes the fast path, and with a <c>$compute</c> beside it, which the
/// library binds, runs and writes; both must have the same rows with the same values in the same order.
/// </summary>
public sealed class EquivalenceTests(SampleSite site, ITestOutputHelper output)
{
    private const int Seed = 20_260_101;

    // EF Core compiles each shape once for each way, which costs as much as some twenty answers.
    private static readonly int Queries = Effort.IsWhole ? 5_000 : 1_000, PerShape = Effort.IsWhole ? 50 : 40;

    [Fact]
    public async Task Both_ways_give_the_same_values()
    {
        var served = site.Served;
        var failed = new List<string>();
        foreach (var set in served.Sets)
        {
            var sample = await SetSample.ReadAsync(served, set, served.People.Everybody);
            var started = Stopwatch.GetTimestamp();
            var shapes = Shapes(sample);
            var wrong = await CompareAsync(served, set, shapes);
            output.WriteLine($"{set.Module}/{set.Name}: {sample.Keys.Count} rows, {shapes.Count} shapes, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, {wrong.Count} differ");
            if (!wrong.IsEmpty) failed.Add($"Seed {Seed}, {set.Module}/{set.Name}, {wrong.Count} of {Queries}:\n{string.Join('\n', wrong.Take(5))}");
        }
        Assert.True(failed.Count == 0, string.Join("\n\n", failed));
    }

    /// <summary>As many shapes as it takes for so many queries of which no two are alike. Each shape has a seed of its own, so that it can be repeated alone.</summary>
    private static List<string[]> Shapes(SetSample sample)
    {
        var (shapes, drawn) = (new List<string[]>(), new HashSet<string>());
        while (drawn.Count < Queries)
        {
            var (shape, values) = (QueryShape.Common(sample, new Random(Seed + shapes.Count)), new Random(Seed - shapes.Count));
            shapes.Add([.. Enumerable.Range(0, PerShape).Select(_ => $"{sample.Address}?{shape.With(values)}").Where(drawn.Add)]);
        }
        return shapes;
    }

    private static async Task<ConcurrentBag<string>> CompareAsync(ServedSite served, ServedSet set, List<string[]> shapes)
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(shapes, async (queries, _) =>
        {
            foreach (var query in queries)
            {
                var fast = await served.GetAsync(served.People.Everybody, query);
                var library = await served.GetAsync(served.People.Everybody, $"{query}&$compute={set.Shape.Keys[0].Name} as Again");
                if (Difference(fast, library) is { } difference) wrong.Add($"{Uri.UnescapeDataString(query)}\n    {difference}");
            }
        });
        return wrong;
    }

    private static string? Difference(Answer fast, Answer library)
    {
        if (fast.Status != 200 || library.Status != 200) return $"{fast.Status} {fast.Body} / {library.Status} {library.Body}";
        using var one = JsonDocument.Parse(fast.Body);
        using var other = JsonDocument.Parse(library.Body);
        if (Count(one) != Count(other)) return $"counts {Count(one)} and {Count(other)}";
        var rows = one.RootElement.GetProperty("value").EnumerateArray().ToArray();
        var others = other.RootElement.GetProperty("value").EnumerateArray().ToArray();
        // The library's way has no next links and gives up to a thousand rows.
        if (one.RootElement.TryGetProperty("@odata.nextLink", out var next)) others = others[..Math.Min(others.Length, rows.Length)];
        if (rows.Length != others.Length) return $"{rows.Length} and {others.Length} rows";
        for (var i = 0; i < rows.Length; i++)
        {
            var (left, right) = (Members(rows[i]), Members(others[i]));
            if (!left.SequenceEqual(right)) return $"row {i}:\n    {string.Join(", ", left.Except(right))}\n    {string.Join(", ", right.Except(left))}";
        }
        return null;
    }

    /// <summary>The library writes a whole double as 12.0 and we as 12, which JSON takes for the same number.</summary>
    private static string Value(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number.ToString("G29", CultureInfo.InvariantCulture) : value.GetRawText();

    private static string? Count(JsonDocument page) => page.RootElement.TryGetProperty("@odata.count", out var count) ? count.GetRawText() : null;

    private static IEnumerable<string> Members(JsonElement row) =>
        row.EnumerateObject().Where(member => member.Name is not ("@odata.etag" or "Again")).Select(member => $"{member.Name}={Value(member.Value)}").Order(StringComparer.Ordinal);
}
