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
    private const int PerShape = 40, Seed = 4_711;
    private static readonly int Queries = Effort.IsWhole ? 20_000 : 6_000;

    [Fact]
    public async Task Answers_do_not_depend_on_what_is_hidden()
    {
        await using var served = await site.CopyAsync();
        var roles = Hidden.Readers(served.People);
        foreach (var (name, who, hidden) in roles)
        {
            var samples = new List<SetSample>();
            foreach (var set in served.Sets.Where(set => set.Declared.Permission is null || who?.Permissions.Contains(set.Declared.Permission) == true)) samples.Add(await SetSample.ReadAsync(served, who, set));
            var before = await AskAsync(served, who, samples, Queries / roles.Count);
            Assert.True(await HideAsync(served, hidden) > 0, $"Nothing is hidden from {name}.");
            var after = await AskAsync(served, who, samples, Queries / roles.Count);
            var told = before.Where(answer => after[answer.Key] != answer.Value).Select(answer => answer.Key).ToArray();
            Assert.True(told.Length == 0, $"Seed {Seed}, {name}: {told.Length} of {before.Count} answers tell:\n{string.Join('\n', told.Take(5).Select(Uri.UnescapeDataString))}");
        }
    }

    private static async Task<ConcurrentDictionary<string, string>> AskAsync(ServedSite served, TestPerson? who, IReadOnlyList<SetSample> samples, int queries)
    {
        var answers = new ConcurrentDictionary<string, string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, (queries / PerShape) + 1), async (number, _) =>
        {
            var random = new Random(Seed + number);
            var sample = samples[number % samples.Count];
            var shape = number % 4 == 0 ? QueryShape.Computed(sample, random) : QueryShape.Common(sample, random);
            for (var i = 0; i < PerShape; i++)
            {
                var address = $"{sample.Address}?{shape.With(random)}";
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
