using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests;

/// <summary>The host as its administrator meets it.</summary>
public sealed class OperationsTests
{
    [Fact]
    public async Task A_taken_port_is_said_in_one_sentence_that_names_the_way_out()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        await using var host = HostProcess.Start([], await TestServer.NewDatabaseAsync(), $"Urls=http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");

        Assert.Equal(1, await host.EndAsync());

        Assert.StartsWith("The address http://127.0.0.1:", host.Output);
        Assert.Contains("is taken by another program. End that program, or choose another address:", host.Output);
        Assert.Single(host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public void The_first_command_runs_in_Development()
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestPlaces.Repository, "src", "IJJO.Platform.Host", "Properties", "launchSettings.json")));

        // What dotnet run takes is the first profile that runs the project.
        var profile = settings.RootElement.GetProperty("profiles").EnumerateObject().First(profile => profile.Value.GetProperty("commandName").GetString() == "Project").Value;
        Assert.Equal("Development", profile.GetProperty("environmentVariables").GetProperty("ASPNETCORE_ENVIRONMENT").GetString());
    }

    [Fact]
    public async Task Traces_and_metrics_are_sent_when_an_address_for_them_is_set_and_carry_no_secret_path()
    {
        using var collector = new TcpListener(IPAddress.Loopback, 0);
        collector.Start();
        // A process of its own: the client of this test would be traced too.
        await using var host = await HostProcess.Start(
            [], await TestServer.NewDatabaseAsync(), $"OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:{((IPEndPoint)collector.LocalEndpoint).Port}",
            "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "OTEL_BSP_SCHEDULE_DELAY=200", "OTEL_METRIC_EXPORT_INTERVAL=500").ReadyAsync();
        using var client = new HttpClient { BaseAddress = host.Address };

        await client.GetAsync("/en/enter/a-secret-of-a-mailed-link");

        var (traces, metrics) = await ReadAsync(collector);
        Assert.Contains("/{Lang}/enter/", traces);
        Assert.Contains("http.server.request.duration", metrics);
        Assert.All([traces, metrics], received => Assert.DoesNotContain("a-secret-of-a-mailed-link", received));
    }

    [Fact]
    public async Task The_dashboard_of_jobs_is_for_those_who_may_see_it()
    {
        await using var host = await TestHost.StartAsync([]);

        Assert.Contains("/staff/sign-in", (await host.Browser().OpenAsync("/staff/jobs")).Path);
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Browser(TestPerson.Staff("Eva", "platform.cases.read")).OpenAsync("/staff/jobs")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.Browser(TestPerson.Staff("Ada", "platform.jobs")).OpenAsync("/staff/jobs")).Status);
    }

    /// <summary>Answers uploads until the request has been in one of traces and in one of metrics, and gives their texts: names and paths stand in the protocol's bytes as they are.</summary>
    private static async Task<(string Traces, string Metrics)> ReadAsync(TcpListener collector)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        string? traces = null, metrics = null;
        while (traces is null || metrics is null)
        {
            using var client = await collector.AcceptTcpClientAsync(deadline.Token);
            var stream = client.GetStream();
            var bytes = new List<byte>();
            var buffer = new byte[65536];
            string text;
            do
            {
                bytes.AddRange(buffer.AsSpan(0, await stream.ReadAsync(buffer, deadline.Token)));
                text = System.Text.Encoding.Latin1.GetString([.. bytes]);
            }
            while (!IsComplete(text));
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), deadline.Token);
            if (!text.Contains("/enter/", StringComparison.Ordinal)) continue;
            if (text.StartsWith("POST /v1/traces", StringComparison.Ordinal)) traces = text;
            if (text.StartsWith("POST /v1/metrics", StringComparison.Ordinal)) metrics = text;
        }

        return (traces, metrics);
    }

    private static bool IsComplete(string request)
    {
        var head = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = System.Text.RegularExpressions.Regex.Match(request, @"Content-Length: (\d+)");
        return head >= 0 && length.Success && request.Length >= head + 4 + int.Parse(length.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
