using System.Text.Json;

namespace IJJO.Platform.Benchmarks;

/// <summary>What a page costs far into a list, and in a list a hundred times as long, when it is found by the key of the row before it.</summary>
internal static class Paging
{
    private const int Far = 1_000;
    private const int FarInShort = 100;
    private const double Goal = 1.5;
    private const string Query = "Items?$orderby=ReceivedAt desc&$select=Id,Title,State,Country,Score,ReceivedAt";

    internal static async Task RunAsync(Report report, string shortDatabase, string longDatabase)
    {
        await using var few = await Listing.StartAsync(shortDatabase, 10_000);
        await using var many = await Listing.StartAsync(longDatabase, 1_000_000);
        using var http = new HttpClient { DefaultRequestHeaders = { { "Prefer", "odata.maxpagesize=25" } } };
        var first = $"{many.Address}odata/listing/{Query}";
        var (start, far, small, large) = (new Latencies(), new Latencies(), new Latencies(), new Latencies());
        await Listing.AskAsync(http, 400, 10, 150, (first, start), (await FollowAsync(http, first, Far - 1), far));
        report.Add($"page {Far} of 1 000 000 rows, median", far.At(50), "ms", "page 1", start.At(50), Goal);

        var inShort = await FollowAsync(http, $"{few.Address}odata/listing/{Query}", FarInShort - 1);
        var inLong = await FollowAsync(http, first, FarInShort - 1);
        await Listing.AskAsync(http, 400, 10, 150, (inShort, small), (inLong, large));
        report.Add($"page {FarInShort} of 1 000 000 rows, median", large.At(50), "ms", "of 10 000 rows", small.At(50), Goal);
    }

    private static async Task<string> FollowAsync(HttpClient http, string address, int pages)
    {
        for (var page = 0; page < pages; page++)
        {
            using var answer = JsonDocument.Parse(await http.GetStringAsync(address));
            address = answer.RootElement.GetProperty("@odata.nextLink").GetString()!;
        }
        return address;
    }
}
