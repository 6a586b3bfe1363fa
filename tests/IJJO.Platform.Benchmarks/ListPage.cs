using System.Diagnostics;
using System.Text.Json;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Benchmarks;

/// <summary>A page of 25 rows out of ten thousand, filtered and ordered: through the platform's service, by hand, and by a textbook controller, in turns.</summary>
internal static class ListPage
{
    private const string Query = "Items?$filter=State eq 'new'&$orderby=ReceivedAt desc,Id&$top=25";
    private const int Warm = 400;
    private const int Rounds = 6;
    private const int PerRound = 250;

    internal static async Task RunAsync(Report report, string database)
    {
        await using var host = await TestHost.StartAsync([TestPlaces.Fixture("Listing")], ["environment=Production"], database);
        await using var plain = await PlainApps.StartAsync(database);
        using var http = new HttpClient();
        var plainAddress = plain.Urls.First();
        (string Name, string Address, Latencies Took)[] ways =
        [
            ("service", $"{host.Address}odata/listing/{Query}", new()), ("by hand", $"{plainAddress}/hand/{Query}", new()), ("[EnableQuery]", $"{plainAddress}/plain/{Query}", new()),
        ];
        foreach (var (name, address, _) in ways) await CheckAsync(http, name, address);
        foreach (var (_, address, _) in ways) await AskAsync(http, address, Warm, new());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (_, address, took) in ways) await AskAsync(http, address, PerRound, took);
        }

        report.Add("OData page of 25 rows, median", ways[0].Took.At(50), "ms", "by hand", ways[1].Took.At(50));
        report.Add("OData page of 25 rows, median", ways[0].Took.At(50), "ms", "[EnableQuery]", ways[2].Took.At(50));
        report.Add("[EnableQuery] controller, median", ways[2].Took.At(50), "ms", "by hand", ways[1].Took.At(50));
    }

    private static async Task AskAsync(HttpClient http, string address, int times, Latencies took)
    {
        for (var i = 0; i < times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(address);
            took.Add(Stopwatch.GetElapsedTime(began));
        }
    }

    /// <summary>All three say the same, or comparing them would say nothing.</summary>
    private static async Task CheckAsync(HttpClient http, string name, string address)
    {
        using var answer = JsonDocument.Parse(await http.GetStringAsync(address));
        var rows = answer.RootElement.GetProperty("value");
        if (rows.GetArrayLength() != 25 || rows[0].GetProperty("Title").GetString() != "Item 9999") throw new InvalidOperationException($"{name} answered {answer.RootElement}");
    }
}
