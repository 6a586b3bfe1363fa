using System.Diagnostics;

namespace IJJO.Platform.Benchmarks;

/// <summary>What a question costs that is refused, and what the list query pays for others' heavy ones, which the time limit of a statement cuts.</summary>
internal static class HeavyQuestions
{
    private const int Rows = 1_000_000, Clients = 4;
    private const double GoalRefusedMilliseconds = 10;
    private const string Quick = "Items?$filter=State eq 'new'&$orderby=ReceivedAt desc,Id&$top=25&$select=Id,Title,State,Country,Score,ReceivedAt";
    private const string Heavy = "Items?$filter=contains(Summary,'nowhere') or contains(Title,'nowhere')&$orderby=Summary,Title&$count=true";

    internal static async Task RunAsync(Report report, string database)
    {
        await using var host = await Listing.StartAsync(database, Rows);
        using var http = new HttpClient { BaseAddress = new Uri(host.Address, "odata/listing/") };

        var refused = new Latencies();
        for (var i = 0; i < 1_000; i++)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync($"Items?$filter=Nothing{i} eq {i}");
            if (i >= 100) refused.Add(Stopwatch.GetElapsedTime(began));
            if ((int)answer.StatusCode != 400) throw new InvalidOperationException($"{answer.StatusCode} to what there is not.");
        }
        foreach (var percentile in (double[])[50, 99]) report.Add($"question refused, {percentile:0}th percentile", refused.At(percentile), "ms", "goal", GoalRefusedMilliseconds, 1);

        var (alone, beside) = (new Latencies(), new Latencies());
        await Listing.AskAsync(http, warm: 1_000, rounds: 1, perRound: 3_000, (Quick, alone));
        using var enough = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(_ => AskOnAsync(host.Address, enough.Token)).ToArray();
        await Listing.AskAsync(http, warm: 100, rounds: 1, perRound: 3_000, (Quick, beside));
        await enough.CancelAsync();
        await Task.WhenAll(clients);
        foreach (var percentile in (double[])[50, 99])
        {
            report.Add($"list query beside {Clients} with heavy questions, {percentile:0}th percentile", beside.At(percentile), "ms", "alone", alone.At(percentile));
        }
    }

    private static async Task AskOnAsync(Uri address, CancellationToken enough)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address, "odata/listing/") };
        while (!enough.IsCancellationRequested)
        {
            // Answered or cut, both are well.
            try { using var answer = await http.GetAsync(Heavy, enough); }
            catch (OperationCanceledException) { return; }
        }
    }
}
