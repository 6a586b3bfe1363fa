using IJJO.Outreach.Deliveries;
using IJJO.Outreach.Suppressions;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach.Tests;

public sealed class SendingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_noted_just_before_the_dot_and_after_the_answer()
    {
        await using var sink = new SmtpSink();
        await using var host = await MailHost.StartAsync(sink);
        await host.RequestAsync("ana@entity.example");
        var stateAtDot = "";
        sink.OnDot = async _ =>
        {
            stateAtDot = (await host.DeliveriesAsync()).Single().State;
            return "250 2.0.0 Taken over";
        };

        await host.Pump.RunAsync(Cancel);

        var delivery = (await host.DeliveriesAsync()).Single();
        Assert.Equal(DeliveryState.DotPending, stateAtDot);
        Assert.Equal(DeliveryState.Accepted, delivery.State);
        Assert.Equal(["queued", "claimed", "dot_pending", "accepted"], await host.JournalAsync(delivery.Id));
        Assert.Equal("ana@entity.example", Assert.Single(sink.Accepted).Recipient);
        Assert.Equal(System.Text.Encoding.Latin1.GetString(delivery.Content!).TrimEnd(), sink.Accepted.Single().Text.TrimEnd());
    }

    [Fact]
    public async Task The_same_intent_is_one_delivery_for_ever()
    {
        await using var sink = new SmtpSink();
        await using var host = await MailHost.StartAsync(sink);

        await host.RequestAsync("ana@entity.example", "receipt-1");
        await host.Pump.RunAsync(Cancel);
        await host.RequestAsync("Ana@Entity.example", "receipt-1");
        await host.RequestAsync("ana@entity.example", "receipt-2");
        await host.Pump.RunAsync(Cancel);

        Assert.Equal(2, sink.Accepted.Count);
        Assert.Equal(2, (await host.DeliveriesAsync()).Count);
    }

    [Fact]
    public async Task A_server_that_says_later_gets_it_later_with_the_same_bytes()
    {
        await using var sink = new SmtpSink();
        await using var host = await MailHost.StartAsync(sink);
        await host.RequestAsync("ana@entity.example");
        sink.OnDot = _ => Task.FromResult<string?>("451 4.7.1 Greylisted, try again");

        await host.Pump.RunAsync(Cancel);
        var deferred = (await host.DeliveriesAsync()).Single();
        sink.OnDot = _ => Task.FromResult<string?>("250 2.0.0 Taken over");
        await host.Pump.RunAsync(Cancel);
        Assert.Empty(sink.Accepted);
        await host.PassTimeAsync();
        await host.Pump.RunAsync(Cancel);

        Assert.Equal(DeliveryState.Deferred, deferred.State);
        Assert.InRange(deferred.NextTryAt - deferred.DueAt, TimeSpan.FromSeconds(55), TimeSpan.FromMinutes(5));
        Assert.Contains("Greylisted", deferred.LastError, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Accepted, (await host.DeliveriesAsync()).Single().State);
        Assert.Equal(sink.Dots.First().Text, sink.Accepted.Single().Text);
    }

    [Fact]
    public async Task An_unknown_mailbox_is_tried_once_and_never_written_to_again()
    {
        await using var sink = new SmtpSink();
        await using var host = await MailHost.StartAsync(sink);
        var asked = 0;
        sink.OnRecipient = _ =>
        {
            asked++;
            return "550 5.1.1 No such user";
        };
        await host.RequestAsync("nobody@entity.example", "1");
        await host.Pump.RunAsync(Cancel);
        await host.PassTimeAsync();
        sink.OnRecipient = _ => "250 2.1.5 Ok";
        await host.RequestAsync("nobody@entity.example", "2");
        await host.Pump.RunAsync(Cancel);

        Assert.Equal(1, asked);
        Assert.Empty(sink.Dots);
        Assert.All(await host.DeliveriesAsync(), d => Assert.Equal(DeliveryState.Suppressed, d.State));
        var suppression = await host.WithAsync<OutreachDb, Suppression>(db => db.Suppressions.SingleAsync());
        Assert.Equal(("nobody@entity.example", SuppressionReason.UnknownMailbox), (suppression.Address, suppression.Reason));
    }

    [Fact]
    public async Task A_refusal_for_policy_says_nothing_about_the_mailbox()
    {
        await using var sink = new SmtpSink { OnRecipient = _ => "550 5.7.1 Relaying denied" };
        await using var host = await MailHost.StartAsync(sink);
        await host.RequestAsync("ana@entity.example");

        await host.Pump.RunAsync(Cancel);

        Assert.Equal(DeliveryState.Rejected, (await host.DeliveriesAsync()).Single().State);
        Assert.False(await host.WithAsync<OutreachDb, bool>(db => db.Suppressions.AnyAsync()));
    }

    [Fact]
    public async Task A_confirmation_without_an_answer_to_the_dot_is_counted_and_sent_again()
    {
        await using var sink = new SmtpSink();
        await using var host = await MailHost.StartAsync(sink);
        await host.RequestAsync("ana@entity.example");
        sink.OnDot = _ => Task.FromResult(sink.Dots.Count == 1 ? null : "250 2.0.0 Taken over");

        await host.Pump.RunAsync(Cancel);

        var delivery = (await host.DeliveriesAsync()).Single();
        Assert.Equal((DeliveryState.Accepted, 1), (delivery.State, delivery.Ambiguities));
        Assert.Equal(2, sink.Dots.Count);
        Assert.Single(sink.Dots.Select(m => m.MessageId).Distinct());
    }

    [Fact]
    public async Task A_decision_without_an_answer_to_the_dot_waits_for_a_person()
    {
        await using var sink = new SmtpSink { OnDot = _ => Task.FromResult<string?>(null) };
        await using var host = await MailHost.StartAsync(sink);
        await host.RequestAsync("ana@entity.example");
        await host.SqlAsync("UPDATE outreach.delivery SET class = 'decision'");

        await host.Pump.RunAsync(Cancel);
        await host.PassTimeAsync();
        await host.Pump.RunAsync(Cancel);

        var delivery = (await host.DeliveriesAsync()).Single();
        Assert.Equal((DeliveryState.Ambiguous, 1), (delivery.State, delivery.Ambiguities));
        Assert.Single(sink.Dots);
    }

    [Fact]
    public async Task A_host_that_only_slept_cannot_send_what_another_has_taken_over()
    {
        await using var sink = new SmtpSink();
        var database = await TestServer.NewDatabaseAsync();
        await using var sleeper = await MailHost.StartAsync(sink, database);
        await sleeper.RequestAsync("ana@entity.example");
        var claim = await sleeper.WithAsync<Ledger, Claim?>(ledger => ledger.ClaimAsync(Guid.NewGuid(), Cancel));
        await sleeper.SqlAsync("UPDATE outreach.delivery SET leased_until = now() - interval '1 second'");

        await using var other = await MailHost.StartAsync(sink, database);
        Assert.Equal(1, await other.RecoverAsync());
        await other.Pump.RunAsync(Cancel);

        Assert.False(await sleeper.WithAsync<Ledger, bool>(ledger => ledger.BeatAsync(claim!, Cancel)));
        Assert.False(await sleeper.WithAsync<Ledger, bool>(ledger => ledger.DotAsync(claim!, Cancel)));
        Assert.False(await sleeper.WithAsync<Ledger, bool>(ledger => ledger.SettleAsync(claim!, DeliveryState.Deferred, null, TimeSpan.Zero, Cancel)));
        Assert.Single(sink.Accepted);
    }

    [Fact]
    public async Task A_suppression_stops_what_has_been_claimed_already()
    {
        await using var sink = new SmtpSink();
        await using var host = await MailHost.StartAsync(sink);
        await host.RequestAsync("ana@entity.example");
        sink.OnRecipient = _ =>
        {
            host.SqlAsync("INSERT INTO outreach.suppression (id, address, scope, reason, added_at) VALUES (gen_random_uuid(), 'ana@entity.example', 'all', 'requested', now())").GetAwaiter().GetResult();
            return "250 2.1.5 Ok";
        };

        await host.Pump.RunAsync(Cancel);

        Assert.Equal(DeliveryState.Suppressed, (await host.DeliveriesAsync()).Single().State);
        Assert.Empty(sink.Dots);
    }

    [Fact]
    public async Task Two_hosts_send_a_campaign_once()
    {
        await using var sink = new SmtpSink();
        var database = await TestServer.NewDatabaseAsync();
        await using var one = await MailHost.StartAsync(sink, database);
        await using var two = await MailHost.StartAsync(sink, database);
        for (var i = 0; i < 60; i++) await one.RequestAsync($"person{i}@entity.example");

        await Task.WhenAll(one.Pump.RunAsync(Cancel), two.Pump.RunAsync(Cancel));

        Assert.Equal(60, sink.Accepted.Count);
        Assert.Equal(60, sink.Accepted.Select(m => m.Recipient).Distinct().Count());
    }

    [Fact]
    public async Task Stopping_finishes_the_current_messages_and_begins_no_other()
    {
        await using var sink = new SmtpSink();
        await using var host = await MailHost.StartAsync(sink);
        for (var i = 0; i < 30; i++) await host.RequestAsync($"person{i}@entity.example");
        using var stop = new CancellationTokenSource();
        sink.OnDot = async _ =>
        {
            await stop.CancelAsync();
            return "250 2.0.0 Taken over";
        };

        await host.Pump.RunAsync(stop.Token);

        var states = (await host.DeliveriesAsync()).Select(d => d.State).ToList();
        Assert.Equal(sink.Accepted.Count, states.Count(s => s == DeliveryState.Accepted));
        Assert.InRange(sink.Accepted.Count, 1, 8);
        Assert.All(states, s => Assert.True(s is DeliveryState.Accepted or DeliveryState.Queued));
    }
}
