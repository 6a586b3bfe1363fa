using System.Globalization;
using IJJO.Platform.Testing;
using Npgsql;

namespace IJJO.Outreach.Tests;

public sealed class KilledHostTests
{
    private const int Mails = 200;

    // Three hosts start in it, beside the other tests.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Killing_the_host_in_a_send_of_200_mails_loses_none_and_doubles_none_that_was_not_counted()
    {
        // Slow enough for the kills to fall into the middle, and into the wait between dot and answer.
        await using var sink = new SmtpSink();
        sink.OnDot = async _ =>
        {
            await Task.Delay(20, CancellationToken.None);
            return "250 2.0.0 Taken over";
        };
        var database = await TestServer.NewDatabaseAsync();
        await using (var first = await StartAsync(database, sink))
        {
            await RequestAsync(database);
            await AcceptedAsync(sink, 40);
            first.Kill();
        }

        await using (var second = await StartAsync(database, sink))
        {
            await AcceptedAsync(sink, 110);
            second.Kill();
        }

        await using var third = await StartAsync(database, sink);
        await Eventually.IsTrueAsync(
            async () => await AskAsync(database, "SELECT count(*) FROM outreach.delivery WHERE state = 'accepted'") == Mails, "every mail to be settled", Patience);

        var ambiguous = await AskAsync(database, "SELECT coalesce(sum(ambiguities), 0) FROM outreach.delivery");
        Assert.Equal(Mails, sink.Accepted.Select(m => m.Recipient).Distinct().Count());
        Assert.InRange(sink.Dots.Count - Mails, 0, ambiguous);
        Assert.Equal(Mails, sink.Dots.Select(m => m.MessageId).Distinct().Count());
    }

    private static Task<HostProcess> StartAsync(string database, SmtpSink sink) => HostProcess
        .Start(["outreach"], database, "Mail:Smtp:Host=127.0.0.1", $"Mail:Smtp:Port={sink.Port.ToString(CultureInfo.InvariantCulture)}", "Mail:Smtp:Security=none").ReadyAsync();

    private static Task AcceptedAsync(SmtpSink sink, int count) =>
        Eventually.IsTrueAsync(() => Task.FromResult(sink.Accepted.Count >= count), $"{count} mails", Patience);

    /// <summary>Two hundred mails asked for in one transaction, as a module asks for them.</summary>
    private static async Task RequestAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("""
            INSERT INTO platform.__outbox (id, name, payload, attempts, shown_to_party, waits)
            SELECT gen_random_uuid(), 'platform.mail-requested.v1', jsonb_build_object(
                'template', 'outreach.decision-roster', 'intent', n::text, 'toAddress', 'person' || n || '@entity.example', 'toName', 'Person ' || n, 'language', 'en',
                'model', jsonb_build_object('name', 'Person ' || n, 'reference', 'S-2026-' || n, 'reason', 'A good profile.')), 0, false, true
            FROM generate_series(1, 200) n
            """);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> AskAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
