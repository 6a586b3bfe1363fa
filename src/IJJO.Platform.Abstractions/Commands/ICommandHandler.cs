namespace IJJO.Platform;

/// <summary>
/// One use case. The same record and handler serve the page's form, the dashboard's button, the OData action and the test. Handlers are
/// found in the module's assembly and registered by this interface; a page asks for the handler in its constructor.
/// </summary>
/// <typeparam name="TCommand">A record that holds what the caller says; data annotations on it are checked before the handler runs.</typeparam>
/// <example><code>
/// public sealed record WithdrawProposal(Guid ProposalId, string? Reason);
///
/// internal sealed class WithdrawProposalHandler(SubmissionsDb db) : ICommandHandler&lt;WithdrawProposal&gt; { … }
/// </code></example>
public interface ICommandHandler<in TCommand>
{
    /// <summary>Does it, or says why not. Expected refusals are results; exceptions are bugs or broken infrastructure.</summary>
    /// <param name="command">What to do.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The outcome.</returns>
    Task<Result> Handle(TCommand command, CancellationToken cancel);
}
