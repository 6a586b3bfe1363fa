using System.Diagnostics;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Benchmarks;

/// <summary>A million rows of nine columns as a file: what the process takes beyond what it had when idle, the client included.</summary>
internal static class Exports
{
    private const int Rows = 1_000_000;
    private const double GoalMegabytes = 100;
    private const string Columns = "cols=Id,Title,State,Country,Summary,Score,Amount,ReceivedAt,Topics";

    internal static async Task RunAsync(Report report, string database)
    {
        await using var host = await Listing.StartAsync(database, Rows);
        var http = host.Browser(TestPerson.Staff("Ana Roca")).Http;
        // What a host begins in the background when it starts is over by then.
        await Task.Delay(TimeSpan.FromSeconds(5));
        var idle = Megabytes();
        foreach (var file in (string[])["export.csv", "export.xlsx"])
        {
            var began = Stopwatch.GetTimestamp();
            var read = ReadAsync(http, $"/staff/listing/Items/{file}?{Columns}");
            var most = idle;
            while (await Task.WhenAny(read, Task.Delay(TimeSpan.FromMilliseconds(50))) != read) most = Math.Max(most, Megabytes());
            report.Add($"{file} of 1 000 000 rows ({await read / 1_000_000} MB in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s), resident above idle", most - idle, "MB", "goal", GoalMegabytes, 1);
        }
    }

    private static async Task<long> ReadAsync(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        var (buffer, read, total) = (new byte[64 * 1024], 0, 0L);
        while ((read = await body.ReadAsync(buffer)) > 0) total += read;
        return total;
    }

    private static double Megabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1024d / 1024d;
    }
}
