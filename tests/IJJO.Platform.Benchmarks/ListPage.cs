using System.Text.Json;
using IJJO.Platform.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Benchmarks;

/// <summary>
/// The list query: filtered, ordered, the first 25 of a hundred thousand rows, six columns. Through the whole site with its middleware, rights and limits; by a
/// textbook controller in a bare host, plain, and with contexts pooled and statements prepared as in the site; and by hand in the latter. In turns, over HTTP, from one database.
/// </summary>
internal static class ListPage
{
    private const int Rows = 100_000;
    private const double GoalByHand = 2, GoalLibrary = 1d / 3;
    private const string Query = "Items?$filter=State eq 'new'&$orderby=ReceivedAt desc,Id&$top=25&$select=Id,Title,State,Country,Score,ReceivedAt";

    internal static async Task RunAsync(Report report, string database)
    {
        await using var host = await Listing.StartAsync(database, Rows, configure: builder =>
            // Who asks is found out as in the site: not first by the scheme of the tests.
            builder.Services.PostConfigure<AuthenticationOptions>(authentication => authentication.DefaultScheme = authentication.DefaultAuthenticateScheme = Schemes.Platform));
        await using var plain = await PlainApps.StartAsync(database, isTuned: false);
        await using var tuned = await PlainApps.StartAsync(database, isTuned: true);
        using var http = new HttpClient();
        var (site, other, hand, library, prepared) = (new Latencies(), new Latencies(), new Latencies(), new Latencies(), new Latencies());
        (string Address, Latencies Took)[] ways =
        [
            ($"{host.Address}odata/listing/{Query}", site), ($"{tuned.Urls.First()}/hand/{Query}", hand), ($"{plain.Urls.First()}/plain/{Query}", library), ($"{tuned.Urls.First()}/plain/{Query}", prepared),
        ];
        foreach (var (address, _) in ways) await CheckAsync(http, address);
        await Listing.AskAsync(http, warm: 3_000, rounds: 10, perRound: 250, ways);
        // No two questions alike: what is parsed, bound and translated once for all above is done each time.
        for (var i = 0; i < 1_500; i++)
        {
            var address = $"{host.Address}odata/listing/{Query.Replace("'new'", $"'new' and Score ge -{i}")}";
            await Listing.AskAsync(http, warm: 0, rounds: 1, perRound: 1, (address, i < 500 ? new() : other));
        }

        (string Name, Func<Latencies, double> Of, bool HasGoal)[] measures =
            [("median", took => took.At(50), true), ("10th percentile", took => took.At(10), false), ("processor time", took => took.Processor, false)];
        foreach (var (name, of, hasGoal) in measures)
        {
            report.Add($"list query through the site, {name}", of(site), "ms", "by hand", of(hand), hasGoal ? GoalByHand : null);
            report.Add($"list query through the site, {name}", of(site), "ms", "[EnableQuery]", of(library), hasGoal ? GoalLibrary : null);
            report.Add($"list query through the site, {name}", of(site), "ms", "[EnableQuery], pooled and prepared", of(prepared));
            report.Add($"list query that nobody asked before, {name}", of(other), "ms", "[EnableQuery]", of(library));
        }
    }

    /// <summary>All say the same, or comparing them would say nothing.</summary>
    private static async Task CheckAsync(HttpClient http, string address)
    {
        using var answer = JsonDocument.Parse(await http.GetStringAsync(address));
        var rows = answer.RootElement.GetProperty("value");
        var members = rows[0].EnumerateObject().Count(member => !member.Name.StartsWith('@'));
        if (rows.GetArrayLength() != 25 || members != 6 || rows[0].GetProperty("Title").GetString() != "Item 99999") throw new InvalidOperationException($"{address} answered {answer.RootElement}");
    }
}
