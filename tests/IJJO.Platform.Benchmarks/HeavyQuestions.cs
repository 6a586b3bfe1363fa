using System.Diagnostics;

namespace IJJO.Platform.Benchmarks;

/// <summary>What a question costs that is refused, and what the list query pays for others' heavy ones, which wait for one another.</summary>
internal static class HeavyQuestions
{
    private const int Rows = 1_000_000, Clients = 4, People = 4, Rounds = 4;
    private const double GoalRefusedMilliseconds = 10, GoalBeside = 1.2;
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
        await Listing.AskAsync(http, warm: 5_000, rounds: 0, perRound: 0, (Quick, alone));
        // From now on it is known to be long.
        using (await http.GetAsync(Heavy)) { }
        for (var round = 0; round < Rounds; round++)
        {
            await WorkAsync(host.Address, alone);
            using var enough = new CancellationTokenSource();
            var clients = Enumerable.Range(0, Clients).Select(_ => AskOnAsync(host.Address, enough.Token)).ToArray();
            await WorkAsync(host.Address, beside);
            await enough.CancelAsync();
            await Task.WhenAll(clients);
        }
        report.Add($"list query of {People} people beside {Clients} with heavy questions, median", beside.At(50), "ms", "alone", alone.At(50));
        report.Add($"list query of {People} people beside {Clients} with heavy questions, 99th percentile", beside.At(99), "ms", "alone", alone.At(99), GoalBeside);
    }

    /// <summary>People ask one thing, look at it, and ask the next.</summary>
    private static Task WorkAsync(Uri address, Latencies took) => Task.WhenAll(Enumerable.Range(0, People).Select(async seed =>
    {
        var pauses = new Random(seed);
        using var http = new HttpClient { BaseAddress = new Uri(address, "odata/listing/") };
        for (var i = 0; i < 500; i++)
        {
            await Task.Delay(pauses.Next(10, 30));
            var began = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(Quick);
            var time = Stopwatch.GetElapsedTime(began);
            lock (took) took.Add(time);
        }
    }));

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
