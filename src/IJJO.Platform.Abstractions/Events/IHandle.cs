namespace IJJO.Platform;

/// <summary>
/// Reacts to an event. It runs in a transaction of the consuming module's context, which the platform saves and commits afterwards: change
/// tracked entities, publish further events, and return. Throwing rolls back and the event comes again later.
/// </summary>
/// <remarks>
/// What it does is said to people before they cause it, by the text <c>effect.{event name}</c> in the module's resources: <c>{count}</c> is how many, other
/// placeholders are members of the event, as on the timeline. <c>effect.{event name}.each</c> may say more of every single one. The module that publishes
/// the event may have such texts too, for what follows without a handler.
/// </remarks>
/// <typeparam name="TEvent">The consumer's record of the event.</typeparam>
/// <example><code>
/// internal sealed class WhenProposalSubmitted(EvaluationDb db) : IHandle&lt;ProposalSubmitted&gt;
/// {
///     public Task HandleAsync(ProposalSubmitted e, CancellationToken cancel) { db.Add(Case.For(e)); return Task.CompletedTask; }
/// }
/// </code></example>
public interface IHandle<in TEvent> where TEvent : notnull
{
    /// <summary>Handles one event.</summary>
    /// <param name="e">The event.</param>
    /// <param name="cancel">Cancels when the host stops; the event is then delivered again.</param>
    /// <returns>A task.</returns>
    Task HandleAsync(TEvent e, CancellationToken cancel);
}
