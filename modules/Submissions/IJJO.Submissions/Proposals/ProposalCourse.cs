namespace IJJO.Submissions.Proposals;

/// <content>What may happen to it and what becomes of it then: every change of state is here.</content>
public sealed partial class Proposal
{
    public bool CanBeEdited => State is ProposalState.Screening || State is ProposalState.Quarantine && ConfirmedAt is not null;

    /// <summary>Until the answer has been sent.</summary>
    public bool CanBeWithdrawn => ConfirmedAt is not null && ProposalState.IsBefore(State, ProposalState.Contacted);

    /// <summary>Nobody has confirmed it, so it can be thrown away without a trace.</summary>
    public bool CanBeDiscarded => ConfirmedAt is null && !ProposalState.IsFinal(State);

    public bool CanBeClosed => ConfirmedAt is not null && !ProposalState.IsFinal(State);

    /// <summary>The sender has shown that the address is theirs. A text that was flagged waits for a person before it becomes a case.</summary>
    public void Confirm(Guid partyId, DateTimeOffset now)
    {
        PartyId = partyId;
        ConfirmedAt = now;
        QuarantineReason = Flags.Length > 0 ? Quarantine.Safeguarding : null;
        Become(QuarantineReason is null ? ProposalState.Screening : ProposalState.Quarantine, now);
    }

    /// <summary>A person has looked at it and found nothing wrong. Where the address is not confirmed yet, the sender gets the receipt now.</summary>
    public void Release(DateTimeOffset now) => Become(ConfirmedAt is null ? ProposalState.Received : ProposalState.Screening, now);

    /// <summary>An edited text that is flagged anew goes back to quarantine, out of the evaluators' reach.</summary>
    public void HoldWhenFlagged(DateTimeOffset now)
    {
        if (Flags.Length == 0 || State != ProposalState.Screening) return;
        QuarantineReason = Quarantine.Safeguarding;
        Become(ProposalState.Quarantine, now);
    }

    /// <summary>Follows what another module reports; late or repeated news change nothing.</summary>
    public void Reach(string state, DateTimeOffset now)
    {
        if (!ProposalState.IsFinal(State) && ProposalState.IsBefore(State, state)) Become(state, now);
    }

    public void Decide(string outcome, DateTimeOffset now)
    {
        if (!ProposalState.IsBefore(State, ProposalState.Contacted)) return;
        Outcome = outcome;
        Reach(ProposalState.Decided, now);
    }

    /// <summary>The decision is taken back, after an appeal or a mistake.</summary>
    public void Reopen(DateTimeOffset now)
    {
        if (ProposalState.IsBefore(State, ProposalState.Decided) || !ProposalState.IsBefore(State, ProposalState.InAction)) return;
        Outcome = null;
        Become(ProposalState.InEvaluation, now);
    }

    /// <summary>The party answers the offer; it may change its mind until the collaboration is under way.</summary>
    public void Answer(bool accepts, DateTimeOffset now)
    {
        if (ProposalState.IsBefore(State, ProposalState.InAction)) Become(accepts ? ProposalState.Accepted : ProposalState.DeclinedByParty, now);
    }

    public void Withdraw(string? reason, DateTimeOffset now) => End(ProposalState.Withdrawn, reason, now);

    public void Close(string? reason, DateTimeOffset now) => End(ProposalState.Closed, reason, now);

    private void End(string state, string? reason, DateTimeOffset now)
    {
        EndReason = reason;
        Become(state, now);
    }

    private void Become(string state, DateTimeOffset now)
    {
        State = state;
        StateAt = now;
        if (state == ProposalState.Screening) CaseSince ??= now;
    }
}
