using System.Collections.Immutable;
using System.Diagnostics;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace IJJO.Platform.OData;

/// <summary>
/// Keeps questions that are long in the database from slowing down everybody else's: they are answered one after the other. Which are long is not guessed: a question that does
/// not end soon is broken off and waits for its turn, and the next one like it waits at once, until one has been quick again.
/// </summary>
internal sealed class SlowLane(IConfiguration configuration) : IDisposable
{
    private const int Most = 1_000, WaitingOfOne = 20, WaitingOfAll = 100;
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(250), FirstTry = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromSeconds(30);
    private readonly PartitionedRateLimiter<string> _turns = PartitionedRateLimiter.CreateChained(
        // Nobody has two at once, so that whoever asks much does not push the others back.
        Limiter(who => who, 1, WaitingOfOne), Limiter(_ => "", configuration.GetValue("RateLimits:LongQuestions", 1), WaitingOfAll));

    // Two that learn at once may lose one of both: it is learnt again.
    private volatile ImmutableHashSet<string> _long = [];

    /// <summary>Asks, at once or in its turn.</summary>
    /// <param name="who">Who asks.</param>
    /// <param name="question">The text of the question; read only where some are known to be long.</param>
    /// <param name="ask">Asks with a limit for each statement; called once more where it was broken off, so that it must change nothing.</param>
    /// <param name="cancel">Cancels the waiting.</param>
    /// <exception cref="ODataFault">Too many wait, or it has waited for too long.</exception>
    public async Task<T> AskAsync<T>(string who, Func<string> question, Func<TimeSpan, Task<T>> ask, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        if (_long.IsEmpty || !_long.Contains(QuestionShape.Of(question())))
        {
            try
            {
                var answer = await ask(FirstTry);
                if (Stopwatch.GetElapsedTime(began) > Quick) Learn(question);
                return answer;
            }
            catch (Exception cut) when (QueryFaults.IsCut(cut))
            {
                Learn(question);
            }
        }

        using var turn = await TurnAsync(who, cancel);
        began = Stopwatch.GetTimestamp();
        var late = await ask(QueryLimits.StatementTimeout);
        if (Stopwatch.GetElapsedTime(began) < Quick) _long = _long.Remove(QuestionShape.Of(question()));
        return late;
    }

    public void Dispose() => _turns.Dispose();

    // Begun anew when it is full: what is long is soon back.
    private void Learn(Func<string> question) => _long = (_long.Count < Most ? _long : []).Add(QuestionShape.Of(question()));

    private async Task<RateLimitLease> TurnAsync(string who, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(LongestWait);
        try
        {
            var turn = await _turns.AcquireAsync(who, cancellationToken: patience.Token);
            if (turn.IsAcquired) return turn;
            turn.Dispose();
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // It has waited for too long.
        }
        throw new ODataFault(StatusCodes.Status429TooManyRequests, "busy") { RetryAfter = TimeSpan.FromMinutes(1) };
    }

    private static PartitionedRateLimiter<string> Limiter(Func<string, string> partition, int atOnce, int waiting) => PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetConcurrencyLimiter(partition(who), _ => new() { PermitLimit = atOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));
}
