using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using IJJO.Platform.Testing;

namespace IJJO.Platform.OData.Tests;

/// <summary>Whatever is asked, the answer is an answer or an OData error: never a 5xx, never a word about our insides, and what is refused costs the database nothing.</summary>
public sealed partial class FuzzTests(SampleSite site)
{
    private const int Urls = 10_000, Seed = 77;

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
            var address = Address(samples, new Random(Seed + number));
            var (answer, sent) = await sql.WatchAsync(() => site.Served.GetAsync(site.Served.People.Everybody, address));
            if (answer.Status >= 400) Interlocked.Increment(ref refused);
            if (Fault(answer, sent) is { } fault) wrong.Add($"{Seed + number}: {address}\n    {fault}");
        });
        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {Urls}:\n{string.Join('\n', wrong.Take(8))}");
        Assert.InRange(refused, Urls / 4, Urls * 95 / 100);
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

    private static string Address(IReadOnlyList<SetSample> samples, Random random)
    {
        var sample = samples[random.Next(samples.Count)];
        var query = (random.Next(4) == 0 ? QueryShape.Computed(sample, random) : QueryShape.Common(sample, random)).With(random);
        var path = random.Next(10) switch
        {
            0 => $"{sample.Address}({Uri.EscapeDataString(Mutations.Of(sample.Keys[0], random))})",
            1 => Mutations.Of(sample.Address, random) is var spoilt && spoilt.StartsWith("/odata/", StringComparison.Ordinal) ? spoilt.Replace("?", "%3F", StringComparison.Ordinal) : sample.Address + "/$count",
            2 => $"{sample.Address}/{Uri.EscapeDataString(Mutations.Of("$count", random))}",
            _ => sample.Address,
        };
        // Kestrel lets no null character into a path.
        return $"{path.Replace("%00", "", StringComparison.Ordinal)}?{Mutations.Of(query, random)}";
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
            return sent.Count > 0 && !AskedFirst.Contains(code) ? $"{answer.Status} {code}, but the database was asked: {string.Join(" | ", sent)}" : null;
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"{answer.Status}, no OData error: {answer.Body}";
        }
    }

    private async Task<IReadOnlyList<SetSample>> SamplesAsync()
    {
        var samples = new List<SetSample>();
        foreach (var set in site.Served.Sets) samples.Add(await SetSample.ReadAsync(site.Served, site.Served.People.Everybody, set));
        return samples;
    }

    [GeneratedRegex(@"   at [A-Z]\w+\.|Exception\b|Npgsql|EntityFramework|\bSELECT\b.*\bFROM\b|innererror|stacktrace")]
    private static partial Regex Insides();
}
