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

    // Each shape is compiled once by EF Core, which costs as much as a dozen answers.
    private static readonly int Queries = Effort.IsWhole ? 5_000 : 300, PerShape = Effort.IsWhole ? 50 : 10;

    [Fact]
    public async Task Both_ways_give_the_same_values()
    {
        var served = site.Served;
        var failed = new List<string>();
        foreach (var set in served.Sets)
        {
            var sample = await SetSample.ReadAsync(served, served.People.Everybody, set);
            var started = Stopwatch.GetTimestamp();
            var wrong = await CompareAsync(served, sample);
            output.WriteLine($"{set.Module}/{set.Name}: {sample.Keys.Count} rows, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, {wrong.Count} differ");
            if (!wrong.IsEmpty) failed.Add($"Seed {Seed}, {set.Module}/{set.Name}, {wrong.Count} of {Queries}:\n{string.Join('\n', wrong.Take(5))}");
        }
        Assert.True(failed.Count == 0, string.Join("\n\n", failed));
    }

    private static async Task<ConcurrentBag<string>> CompareAsync(ServedSite served, SetSample sample)
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Queries / PerShape), async (number, _) =>
        {
            // A seed of its own for each shape, so that one shape can be repeated alone.
            var random = new Random(Seed - number);
            var shape = QueryShape.Common(sample, new Random(Seed + number));
            for (var i = 0; i < PerShape; i++)
            {
                var query = $"{sample.Address}?{shape.With(random)}";
                var fast = await served.GetAsync(served.People.Everybody, query);
                var library = await served.GetAsync(served.People.Everybody, $"{query}&$compute={sample.Set.Shape.Keys[0].Name} as Again");
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
