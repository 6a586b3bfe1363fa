using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using IJJO.Platform.Testing;
using Npgsql;

namespace IJJO.Platform.OData.Tests;

/// <summary>
/// What a reader may not see cannot be inferred either: the same queries are asked before and after everything hidden from the reader has been changed, and answer
/// byte for byte alike. Only the row versions may differ: they tell that a row was written, not what is in it.
/// </summary>
public sealed partial class NonInterferenceTests(SampleSite site)
{
    private const int PerShape = 20, Seed = 4_711;
    private static readonly int Queries = Effort.IsWhole ? 20_000 : 1_000;

    [Fact]
    public async Task Answers_do_not_depend_on_what_is_hidden()
    {
        await using var served = await site.CopyAsync();
        foreach (var (name, who, hidden) in Hidden.Readers(served.People))
        {
            var samples = new List<SetSample>();
            // With the values and keys that others see: whoever guesses must not find out that they are right.
            foreach (var set in served.Sets.Where(set => set.Declared.Permission is null || who?.Permissions.Contains(set.Declared.Permission) == true)) samples.Add(await SetSample.ReadAsync(served, set, who, served.People.Everybody));
            var shapes = Shapes(samples);
            var before = await AskAsync(served, who, shapes);
            Assert.True(await HideAsync(served, hidden) > 0, $"Nothing is hidden from {name}.");
            var after = await AskAsync(served, who, shapes);
            var told = before.Where(answer => after[answer.Key] != answer.Value).Select(answer => answer.Key).ToArray();
            Assert.True(told.Length == 0, $"Seed {Seed}, {name}: {told.Length} of {before.Count} answers tell:\n{string.Join('\n', told.Take(5).Select(Uri.UnescapeDataString))}");
            // Refusals are alike whatever is hidden.
            Assert.InRange(before.Values.Count(answer => answer.StartsWith("200", StringComparison.Ordinal)), before.Count / 2, before.Count);
        }
    }

    /// <summary>As many shapes as it takes for so many queries of which no two are alike.</summary>
    private static List<string[]> Shapes(IReadOnlyList<SetSample> samples)
    {
        var (shapes, drawn) = (new List<string[]>(), new HashSet<string>());
        while (drawn.Count < Queries)
        {
            var random = new Random(Seed + shapes.Count);
            var sample = samples[shapes.Count % samples.Count];
            var shape = random.Next(6) switch
            {
                0 => OfSet(sample, QueryShape.Computed(sample, random)),
                1 or 2 => new Addresses(sample, random).Shape(samples),
                _ => OfSet(sample, QueryShape.Common(sample, random)),
            };
            shapes.Add([.. Enumerable.Range(0, PerShape).Select(_ => shape(random)).Where(drawn.Add)]);
        }
        return shapes;
    }

    private static Func<Random, string> OfSet(SetSample sample, QueryShape query) => values => $"{sample.Address}?{query.With(values)}";

    private static async Task<ConcurrentDictionary<string, string>> AskAsync(ServedSite served, TestPerson? who, List<string[]> shapes)
    {
        var answers = new ConcurrentDictionary<string, string>();
        await Parallel.ForEachAsync(shapes, async (addresses, _) =>
        {
            foreach (var address in addresses)
            {
                var answer = await served.GetAsync(who, address);
                answers[address] = $"{answer.Status} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Version().Replace(answer.Body, ""))))}";
            }
        });
        return answers;
    }

    private static async Task<int> HideAsync(ServedSite served, string sql)
    {
        await using var connection = new NpgsqlConnection(served.Host.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("""
        W/\\?"\d+\\?"|"@odata.etag":"[^,]*",
        """)]
    private static partial Regex Version();
}
