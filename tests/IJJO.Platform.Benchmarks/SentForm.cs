using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using IJJO.Platform.Testing;
using Npgsql;

namespace IJJO.Platform.Benchmarks;

/// <summary>From sending the public form to the answer that it is stored, against a transaction by hand that inserts a row and an event.</summary>
internal static class SentForm
{
    private const int Warm = 30;
    private const int Sent = 150;

    internal static async Task RunAsync(Report report, IReadOnlyList<string> modules, string database)
    {
        await using var host = await HostProcess.Start(modules, database, "Submissions:ProposalsPerDay=100000", "RateLimits:Form=100000").ReadyAsync();
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { MaxAutoPrepare = 100 });
        await ExecuteAsync(source, """
            CREATE SCHEMA bench;
            CREATE TABLE bench.proposals (id uuid PRIMARY KEY, name text, email text, country text, language text, text text, themes text[], sent_at timestamptz);
            CREATE TABLE bench.outbox (id uuid PRIMARY KEY, name text, payload jsonb, occurred_at timestamptz DEFAULT now());
            """);

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
        var forms = new List<(string Cookie, List<KeyValuePair<string, string>> Fields)>();
        for (var i = 0; i < Warm + Sent; i++) forms.Add(await OpenAsync(http, i));
        // What is sent sooner than anybody can write is looked at first, on another path.
        await Task.Delay(TimeSpan.FromSeconds(4));

        var (form, hand) = (new Latencies(), new Latencies());
        for (var i = 0; i < forms.Count; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await SendAsync(http, forms[i]);
            var formTook = Stopwatch.GetElapsedTime(began);
            began = Stopwatch.GetTimestamp();
            await ByHandAsync(source);
            var handTook = Stopwatch.GetElapsedTime(began);
            if (i < Warm) continue;
            form.Add(formTook);
            hand.Add(handTook);
        }

        await CheckStoredAsync(source, forms.Count);
        foreach (var percentile in (double[])[50, 95, 99])
        {
            report.Add($"form sent to stored, {percentile:0}th percentile", form.At(percentile), "ms", "transaction by hand", hand.At(percentile));
        }
    }

    private static async Task<(string, List<KeyValuePair<string, string>>)> OpenAsync(HttpClient http, int number)
    {
        using var response = await http.GetAsync("/en/collaborate");
        response.EnsureSuccessStatusCode();
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        var cookie = string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        var fields = page.QuerySelectorAll("#collaborate input[type=hidden]").OfType<IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value)).ToList();
        fields.AddRange(new Dictionary<string, string>
        {
            ["Kind"] = "individual", ["Name"] = "Ana Ruiz", ["Email"] = $"ana{number}@example.org", ["Country"] = "ES", ["Language"] = "en",
            ["Proposal"] = "A network of mediators in five cities.", ["Themes"] = "mediation", ["LinesOfWork"] = "networks", ["Consents"] = "evaluate", ["Adult"] = "true",
        });
        return (cookie, fields);
    }

    private static async Task SendAsync(HttpClient http, (string Cookie, List<KeyValuePair<string, string>> Fields) form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/en/collaborate") { Content = new FormUrlEncodedContent(form.Fields), Headers = { { "Cookie", form.Cookie } } };
        using var response = await http.SendAsync(request);
        if (response.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"The form was answered with {response.StatusCode}:\n{await response.Content.ReadAsStringAsync()}");
    }

    private static async Task ByHandAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var proposal = new NpgsqlCommand("INSERT INTO bench.proposals VALUES ($1, $2, $3, $4, $5, $6, $7, now())", connection)
        {
            Parameters =
            {
                new() { Value = Guid.CreateVersion7() }, new() { Value = "Ana Ruiz" }, new() { Value = "ana@example.org" }, new() { Value = "ES" }, new() { Value = "en" },
                new() { Value = "A network of mediators in five cities." }, new() { Value = new[] { "mediation" } },
            },
        };
        await proposal.ExecuteNonQueryAsync();
        await using var @event = new NpgsqlCommand("INSERT INTO bench.outbox (id, name, payload) VALUES ($1, $2, $3::jsonb)", connection)
        {
            Parameters = { new() { Value = Guid.CreateVersion7() }, new() { Value = "bench.sent.v1" }, new() { Value = """{"toAddress":"ana@example.org"}""" } },
        };
        await @event.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    private static async Task CheckStoredAsync(NpgsqlDataSource source, int wanted)
    {
        await using var count = source.CreateCommand("SELECT count(*) FROM submissions.proposals WHERE state <> 'quarantine'");
        if ((long)(await count.ExecuteScalarAsync())! is var stored && stored != wanted) throw new InvalidOperationException($"{stored} of {wanted} proposals were stored as usual.");
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
