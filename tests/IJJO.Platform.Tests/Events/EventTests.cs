using System.Diagnostics;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Events;

/// <summary>A consumer's own record of the fixture module's event.</summary>
[EventName("tests.knocked.v1")]
public sealed record Knocked(string Name);

public sealed class EventTests(GoodHost good) : IClassFixture<GoodHost>
{
    [Fact]
    public async Task A_failing_handler_does_not_hold_back_the_others_and_its_error_is_kept()
    {
        var host = good.Host;

        await host.PublishAsync(new Knocked("unwelcome"));
        await host.PublishAsync(new Knocked("Ana"));

        await Eventually.IsTrueAsync(() => CountsAsync(host, "shy Ana", 1), "the later event to be handled");
        await Eventually.IsTrueAsync(async () =>
            Equals(1L, await Sql.ScalarAsync(host, "SELECT count(*) FROM platform.__outbox WHERE done_at IS NULL AND last_error LIKE 'WhenKnockedTwiceShy: Not you.%' AND payload::text LIKE '%\"unwelcome\"%' AND attempts >= 2")),
            "the failing handler to be tried again");
        Assert.True(await CountsAsync(host, "unwelcome", 1));
        Assert.True(await CountsAsync(host, "shy unwelcome", 0));
    }

    [Fact]
    public async Task A_handler_that_goes_on_failing_is_tried_again_after_a_longer_and_longer_wait()
    {
        // In the transaction that sets the time of the next try, now() is the time from which it counts.
        await Sql.ScalarAsync(good.Host, """
            CREATE TABLE waits (attempts int, seconds int);
            CREATE FUNCTION keep_wait() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN INSERT INTO waits VALUES (NEW.attempts, extract(epoch FROM NEW.next_try_at - now())); RETURN NULL; END';
            CREATE TRIGGER keep_wait AFTER UPDATE OF last_error ON platform.__outbox FOR EACH ROW WHEN (NEW.payload::text LIKE '%unwelcome for long%') EXECUTE FUNCTION keep_wait();
            """);

        await good.Host.PublishAsync(new Knocked("unwelcome for long"));

        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await Eventually.IsTrueAsync(async () => (bool)(await Sql.ScalarAsync(good.Host, $"SELECT EXISTS (SELECT FROM waits WHERE attempts = {attempt})"))!, "the handler to be tried again");
            await Sql.ScalarAsync(good.Host, "UPDATE platform.__outbox SET next_try_at = now() WHERE payload::text LIKE '%unwelcome for long%'; SELECT pg_notify('ijjo_outbox', 'platform')::text");
        }

        int[] waits = [1, 5, 15, 60, 300];
        Assert.Equal(waits, (int[])(await Sql.ScalarAsync(good.Host, "SELECT array_agg(DISTINCT seconds ORDER BY seconds) FROM waits WHERE attempts <= 5"))!);
    }

    [Fact]
    public async Task Events_arrive_by_notification_and_not_by_the_poll_behind_it()
    {
        var host = good.Host;
        await host.PublishAsync(new Knocked("first"));
        await Eventually.IsTrueAsync(() => CountsAsync(host, "first", 1), "the dispatcher to be warm");

        // Each waits for the one before, so that a poll every three seconds alone would need thirty.
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < 10; i++)
        {
            await host.PublishAsync(new Knocked($"guest {i}"));
            await Eventually.IsTrueAsync(() => CountsAsync(host, $"guest {i}", 1), "the event", TimeSpan.FromSeconds(25) - Stopwatch.GetElapsedTime(started));
        }
    }

    [Fact]
    public async Task A_host_killed_in_the_middle_of_a_handler_and_of_a_job_loses_nothing_and_repeats_nothing()
    {
        var database = await TestServer.NewDatabaseAsync();
        await using var first = await HostProcess.Start([TestPlaces.Fixture("Good")], database).ReadyAsync();
        await using var gate = Npgsql.NpgsqlDataSource.Create(database);
        await using var holder = await gate.OpenConnectionAsync();
        await ExecuteAsync(holder, "SELECT pg_advisory_lock(42)");

        Ask.ForTicks(database, "slow job");
        await PublishAsync(database, "slow");
        for (var i = 0; i < 20; i++) await PublishAsync(database, $"visitor {i}");
        await Eventually.IsTrueAsync(async () =>
            Equals(2L, await Sql.ScalarAsync(database, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 42 AND NOT granted")),
            "the first host to be in the middle of the handler and of the job");
        await using var second = await HostProcess.Start([TestPlaces.Fixture("Good")], database).ReadyAsync();
        first.Kill();
        await ExecuteAsync(holder, "SELECT pg_advisory_unlock(42)");

        await Eventually.IsTrueAsync(async () => Equals(0L, await Sql.ScalarAsync(database, "SELECT count(*) FROM platform.__outbox WHERE done_at IS NULL")),
            "the second host to take over");
        // The job's claim has to run out first.
        await Eventually.IsTrueAsync(async () => Equals(1L, await Sql.ScalarAsync(database, "SELECT count(*) FROM good.visits WHERE name = 'slow job'")),
            "the second host to take over the job", TimeSpan.FromSeconds(90));
        Assert.Equal(43L, await Sql.ScalarAsync(database, "SELECT count(*) FROM good.visits"));
        Assert.Equal(43L, await Sql.ScalarAsync(database, "SELECT count(DISTINCT name) FROM good.visits"));
    }

    private static async Task<bool> CountsAsync(TestHost host, string visitor, long times) =>
        Equals(times, await Sql.ScalarAsync(host, $"SELECT count(*) FROM good.visits WHERE name = '{visitor}'"));

    /// <summary>Stores an event as a publisher in another process does, with the notification at commit.</summary>
    private static Task PublishAsync(string database, string name) => Sql.ScalarAsync(database, $$"""
        INSERT INTO platform.__outbox (id, name, payload, attempts, shown_to_party, waits)
        VALUES (gen_random_uuid(), 'tests.knocked.v1', '{"name": "{{name}}"}', 0, false, false);
        SELECT pg_notify('ijjo_outbox', 'platform')::text;
        """);

    private static async Task ExecuteAsync(Npgsql.NpgsqlConnection connection, string sql)
    {
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
