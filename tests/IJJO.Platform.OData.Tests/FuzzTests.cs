using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using IJJO.Platform.Testing;

namespace IJJO.Platform.OData.Tests;

/// <summary>Whatever is asked, the answer is an answer or an OData error: never a 5xx, never a word about our insides, and what is refused costs the database nothing.</summary>
public sealed partial class FuzzTests(SampleSite site)
{
    private const int Urls = 10_000, Bodies = 1_000, Seed = 77;

    /// <summary>Only the database can tell these.</summary>
    private static readonly string[] AskedFirst = ["not-computable", "too-expensive", "not-found"];

    [Fact]
    public async Task No_address_makes_the_service_fail_or_talk()
    {
        var samples = await SamplesAsync();
        var wrong = new ConcurrentBag<string>();
        var refused = 0;
        using var sql = new SqlRecorder();
        await Parallel.ForEachAsync(Enumerable.Range(0, Urls), async (number, _) =>
        {
            var random = new Random(Seed + number);
            var address = Address(samples, random);
            var (answer, sent) = await sql.WatchAsync(() => site.Served.GetAsync(Reader(random), address));
            if (answer.Status >= 400) Interlocked.Increment(ref refused);
            if (Fault(answer, sent) is { } fault) wrong.Add($"{Seed + number}: {address}\n    {fault}");
        });
        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {Urls}:\n{string.Join('\n', wrong.Take(8))}");
        Assert.InRange(refused, Urls / 4, Urls * 95 / 100);
    }

    [Fact]
    public async Task No_batch_does_either()
    {
        var samples = await SamplesAsync();
        var (wrong, statuses) = (new ConcurrentBag<string>(), new ConcurrentDictionary<int, int>());
        using var sql = new SqlRecorder();
        await Parallel.ForEachAsync(Enumerable.Range(0, Bodies), async (number, _) =>
        {
            var random = new Random(-Seed - number);
            var who = Reader(random);
            var (type, body) = Batches.Of(() => Address(samples, random), changes: who is null, random);
            var (answer, sent) = await sql.WatchAsync(() => site.Served.SendAsync(who, "POST", random.Next(4) == 0 ? $"/odata/{samples[random.Next(samples.Count)].Set.Module}/$batch" : "/odata/$batch", body, ("Content-Type", type), ("Prefer", "continue-on-error")));
            statuses.AddOrUpdate(answer.Status, 1, (_, times) => times + 1);
            if ((Fault(answer, sent) ?? Within(answer)) is { } fault) wrong.Add($"{-Seed - number}: {body}\n    {fault}");
        });
        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {Bodies}:\n{string.Join('\n', wrong.Take(8))}");
        Assert.All([200, 400], status => Assert.Contains(status, statuses.Keys));
    }

    [Fact]
    public async Task Over_a_socket_it_is_no_other()
    {
        var samples = await SamplesAsync();
        using var client = new HttpClient { BaseAddress = site.Served.Host.Address };
        client.DefaultRequestHeaders.Add(TestAuthentication.Header, site.Served.People.Everybody.ToHeader());
        for (var number = 0; number < 500; number++)
        {
            var address = Address(samples, new Random(-number));
            if (address.Length > 6_000 || !Uri.TryCreate(site.Served.Host.Address, address, out var uri) || !uri.AbsolutePath.StartsWith("/odata/", StringComparison.Ordinal)) continue;
            using var response = await client.GetAsync(uri);
            var body = await response.Content.ReadAsStringAsync();
            // Kestrel itself refuses what is no address at all, without a body.
            if (body.Length == 0 && (int)response.StatusCode is 400 or 414) continue;
            Assert.True(Fault(new((int)response.StatusCode, body, new Microsoft.AspNetCore.Http.HeaderDictionary()), []) is null, $"{address}\n{(int)response.StatusCode} {body}");
        }
    }

    /// <summary>Somebody who may read everything, or a visitor.</summary>
    private TestPerson? Reader(Random random) => random.Next(4) == 0 ? null : site.Served.People.Everybody;

    private static string Address(IReadOnlyList<SetSample> samples, Random random)
    {
        var sample = samples[random.Next(samples.Count)];
        var query = (random.Next(4) == 0 ? QueryShape.Computed(sample, random) : QueryShape.Common(sample, random)).With(random);
        var (path, options) = random.Next(10) switch
        {
            0 => ($"{sample.Address}({Uri.EscapeDataString(Mutations.Of(sample.Keys[0], random))})", query),
            1 => (Mutations.Of(sample.Address, random) is var spoilt && spoilt.StartsWith("/odata/", StringComparison.Ordinal) ? spoilt.Replace("?", "%3F", StringComparison.Ordinal) : sample.Address + "/$count", query),
            2 => ($"{sample.Address}/{Uri.EscapeDataString(Mutations.Of("$count", random))}", query),
            < 6 => Beside(new Addresses(sample, random).Shape(samples)(random), random),
            _ => (sample.Address, query),
        };
        // Kestrel lets no null character into a path.
        return $"{path.Replace("%00", "", StringComparison.Ordinal)}?{(random.Next(10) == 0 ? options : Mutations.Of(options, random))}";
    }

    /// <summary>Rows, properties, relations and functions, some with their path spoilt too.</summary>
    private static (string Path, string Options) Beside(string address, Random random)
    {
        var (path, options) = address.Split('?') is [var first, var rest] ? (first, rest) : (address, "");
        if (random.Next(3) > 0) return (path, options);
        var segments = path.Split('/');
        segments[random.Next(3, segments.Length)] = Uri.EscapeDataString(Mutations.Of(segments[^1], random));
        return (string.Join('/', segments), options);
    }

    private static string? Fault(Answer answer, IReadOnlyCollection<string> sent)
    {
        if (Insides().IsMatch(answer.Body)) return $"{answer.Status}, insides: {answer.Body}";
        if (answer.Status < 400) return null;
        if (answer.Status >= 500) return $"{answer.Status} {answer.Body}";
        try
        {
            var error = JsonDocument.Parse(answer.Body).RootElement.GetProperty("error");
            var code = error.GetProperty("code").GetString();
            if (string.IsNullOrEmpty(code) || string.IsNullOrEmpty(error.GetProperty("message").GetString())) return $"{answer.Status}, no code: {answer.Body}";
            // Behind a row it is this row that is looked for first, by its key.
            return sent.Any(statement => !statement.EndsWith("LIMIT 1", StringComparison.Ordinal)) && !AskedFirst.Contains(code) ? $"{answer.Status} {code}, but the database was asked: {string.Join(" | ", sent)}" : null;
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"{answer.Status}, no OData error: {answer.Body}";
        }
    }

    /// <summary>What is wrong with an answer inside a batch's.</summary>
    private static string? Within(Answer batch)
    {
        if (batch.Status >= 400 || !batch.Body.StartsWith('{')) return batch.Body.Contains("HTTP/1.1 5", StringComparison.Ordinal) ? batch.Body : null;
        using var body = JsonDocument.Parse(batch.Body);
        return body.RootElement.GetProperty("responses").EnumerateArray()
            .Select(one => Fault(new(one.GetProperty("status").GetInt32(), one.TryGetProperty("body", out var text) ? text.GetRawText() : "", batch.Headers), [])).FirstOrDefault(fault => fault is not null);
    }

    private async Task<IReadOnlyList<SetSample>> SamplesAsync()
    {
        var samples = new List<SetSample>();
        foreach (var set in site.Served.Sets) samples.Add(await SetSample.ReadAsync(site.Served, set, site.Served.People.Everybody));
        return samples;
    }

    [GeneratedRegex(@"   at [A-Z]\w+\.|Exception\b|Npgsql|EntityFramework|\bSELECT\b.*\bFROM\b|innererror|stacktrace")]
    private static partial Regex Insides();
}
