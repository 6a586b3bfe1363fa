using System.Diagnostics;
using System.Runtime.InteropServices;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Benchmarks;

/// <summary>From the start of the process of a published site to the first "ready", on a database that is up to date; and what the process then holds in memory.</summary>
internal static class StartAndIdle
{
    private const int Starts = 5;
    private const double GoalSeconds = 3;
    private const double GoalMegabytes = 300;

    internal static async Task RunAsync(Report report, string database)
    {
        var site = Directory.CreateTempSubdirectory("ijjo-site-").FullName;
        await PublishAsync(site);
        await using (var first = HostProcess.StartPublished(site, database)) await first.ReadyAsync();

        var (ready, busy, bare) = (new Latencies(), new Latencies(), new Latencies());
        double idle = 0, used = 0;
        for (var start = 0; start < Starts; start++)
        {
            bare.Add(await BareHost.StartAsync());
            var began = Stopwatch.GetTimestamp();
            await using var host = HostProcess.StartPublished(site, database);
            await host.ReadyAsync();
            ready.Add(Stopwatch.GetElapsedTime(began));
            using (var process = Process.GetProcessById(host.Id)) busy.Add(process.TotalProcessorTime);
            if (start < Starts - 1) continue;

            idle = await SettledMegabytesAsync(host.Id);
            using var http = new HttpClient { BaseAddress = host.Address };
            foreach (var path in (string[])["/en", "/es/collaborate", "/fr/advances", "/odata", "/staff/sign-in"]) (await http.GetAsync(path)).Dispose();
            used = await SettledMegabytesAsync(host.Id);
        }

        report.Add($"start to ready, median of {Starts}", ready.At(50) / 1000, "s", "goal", GoalSeconds, 1);
        report.Add($"start to ready, median of {Starts}", ready.At(50) / 1000, "s", "a host with one page", bare.At(50) / 1000);
        // On a busy machine the clock says little; this is what an idle one needs even if nothing runs side by side.
        report.Add("processor time until then", busy.At(50) / 1000, "s", "goal for the clock", GoalSeconds);
        report.Add("resident when idle after the start", idle, "MB", "goal", GoalMegabytes, 1);
        report.Add("resident when idle after some pages", used, "MB", "goal", GoalMegabytes, 1);
        Directory.Delete(site, recursive: true);
    }

    /// <summary>As build/README.md says.</summary>
    private static async Task PublishAsync(string site)
    {
        Console.WriteLine("Publishing the site …");
        using var publish = Process.Start("dotnet",
            ["publish", Path.Combine(TestPlaces.Repository, "src", "IJJO.Platform.Host"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", site, "-v", "quiet"]);
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0) throw new InvalidOperationException("The site could not be published; the lines above say why.");
    }

    /// <summary>Asked until five answers in a row differ by less than 2 %.</summary>
    private static async Task<double> SettledMegabytesAsync(int processId)
    {
        using var process = Process.GetProcessById(processId);
        var last = new Queue<double>();
        var began = Stopwatch.GetTimestamp();
        do
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            process.Refresh();
            last.Enqueue(process.WorkingSet64 / 1024d / 1024d);
            if (last.Count > 5) last.Dequeue();
        }
        while ((last.Count < 5 || last.Max() > last.Min() * 1.02) && Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(1));
        return last.Max();
    }
}
