using IJJO.Platform.OData;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IJJO.Platform.Tests.OData;

/// <summary>Questions that take long wait for one another, and nobody else waits for them.</summary>
public sealed class SlowLaneTests(ShelfSite site) : IDisposable
{
    private const string Long = "Books?$filter=contains(Title,'whale')";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private readonly SlowLane _lane = new(new ConfigurationBuilder().Build());
    private readonly List<TimeSpan> _limits = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_that_is_cut_is_asked_again_with_all_the_time_there_is()
    {
        Assert.Equal("late", await AskAsync("Ana", Long, limit => limit < QueryLimits.StatementTimeout ? throw Cut() : Task.FromResult("late")));
        Assert.Equal([Soon, QueryLimits.StatementTimeout], _limits);
    }

    [Fact]
    public async Task One_like_it_waits_at_once_until_one_has_been_quick()
    {
        await AskAsync("Ana", Long, TakeLongAsync);
        _limits.Clear();
        // Other values, and another page of it.
        await AskAsync("Luc", "Books?$filter=contains(Title,'it''s 7')&$skiptoken=eyJh", _ => Task.FromResult("quick"));
        await AskAsync("Luc", Long, _ => Task.FromResult("quick"));
        Assert.Equal([QueryLimits.StatementTimeout, Soon], _limits);
    }

    [Fact]
    public async Task A_long_one_waits_for_others_and_a_quick_one_for_none()
    {
        await BeLongAsync();
        var (end, begun) = (new TaskCompletionSource<string>(), new TaskCompletionSource());
        var first = AskAsync("Ana", Long, _ =>
        {
            begun.SetResult();
            return end.Task;
        });
        await begun.Task;
        var second = AskAsync("Luc", Long, _ => Task.FromResult("second"));
        Assert.Equal("quick", await AskAsync("Eva", "Books?$filter=Shelf eq 'A'", _ => Task.FromResult("quick")));
        Assert.False(second.IsCompleted);
        end.SetResult("first");
        Assert.Equal(["first", "second"], await Task.WhenAll(first, second));
    }

    [Fact]
    public async Task Whoever_asks_much_is_told_to_wait_and_others_still_have_their_turn()
    {
        await BeLongAsync();
        var end = new TaskCompletionSource<string>();
        var many = Enumerable.Range(0, 30).Select(_ => AskAsync("Ana", Long, _ => end.Task)).ToArray();
        var other = AskAsync("Luc", Long, _ => Task.FromResult("other"));
        var refused = await Assert.ThrowsAsync<ODataFault>(() => many[^1]);
        Assert.Equal((429, "busy", TimeSpan.FromMinutes(1)), (refused.Status, refused.Code, refused.RetryAfter));
        end.SetResult("done");
        Assert.Equal("other", await other);
        Assert.Equal(21, many.Count(one => !one.IsFaulted));
    }

    [Fact]
    public async Task Who_goes_away_does_not_keep_their_place()
    {
        await BeLongAsync();
        var end = new TaskCompletionSource<string>();
        var first = AskAsync("Ana", Long, _ => end.Task);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var second = _lane.AskAsync("Luc", () => Long, _ => Task.FromResult("second"), gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        end.SetResult("first");
        await first;
        Assert.Equal("third", await AskAsync("Luc", Long, _ => Task.FromResult("third")));
    }

    [Fact]
    public async Task What_is_wrong_is_not_asked_twice()
    {
        await Assert.ThrowsAsync<ODataFault>(() => AskAsync("Ana", Long, _ => throw ODataFault.BadRequest("not-computable", "")));
        Assert.Single(_limits);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task What_is_cut_in_a_transaction_is_not_asked_again(bool inTransaction, int times)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await using var transaction = inTransaction ? await scope.ServiceProvider.GetRequiredService<ShelfDb>().Database.BeginTransactionAsync(Cancel) : null;
        var reader = SetReader<BookRow>.Of(scope.ServiceProvider, site.Services.GetRequiredService<ODataServices>().Find("work", "Books")!);
        var asked = 0;
        await Assert.ThrowsAsync<NpgsqlException>(() => reader.AskAsync<int>(() => $"in a transaction: {inTransaction}", () =>
        {
            asked++;
            throw Cut();
        }, Cancel));
        Assert.Equal(times, asked);
    }

    public void Dispose() => _lane.Dispose();

    private Task<string> AskAsync(string who, string question, Func<TimeSpan, Task<string>> ask) => _lane.AskAsync(who, () => question, limit =>
    {
        _limits.Add(limit);
        return ask(limit);
    }, Cancel);

    /// <summary>The question is known to be long: it was cut, both times.</summary>
    private Task BeLongAsync() => Assert.ThrowsAsync<NpgsqlException>(() => AskAsync("Ana", Long, _ => throw Cut()));

    /// <summary>The question is answered, but later than what is quick.</summary>
    private static async Task<string> TakeLongAsync(TimeSpan limit)
    {
        await Task.Delay(300, Cancel);
        return "long";
    }

    private static NpgsqlException Cut() => new("", new TimeoutException());
}
