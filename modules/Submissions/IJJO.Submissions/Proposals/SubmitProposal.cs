using IJJO.Platform;
using IJJO.Submissions.Intake;
using IJJO.Submissions.Parties;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IJJO.Submissions.Proposals;

/// <summary>Somebody sends the form. It produces <see cref="SentProposal"/>; sending the same form again produces the same.</summary>
public sealed record SubmitProposal : ProposalAnswers
{
    /// <summary>The purposes that were ticked.</summary>
    public IReadOnlyList<string> Consents { get; init; } = [];

    /// <summary>The sender is an adult and sends no case data of children.</summary>
    public bool Adult { get; init; }

    /// <summary>People do not see this field; programs fill it in.</summary>
    public string? Website { get; init; }

    public string? FormToken { get; init; }

    internal string? Network { get; init; }
    internal Guid? DraftId { get; init; }
}

/// <summary>What the sender is told.</summary>
internal sealed record SentProposal(string Reference, bool IsHeld);

internal sealed class SubmitProposalHandler(
    SubmissionsDb db, ProposalRules rules, Suspicion suspicion, FormTokens tokens, References references, ConsentTexts consents, Receipt receipt, TimeProvider clock)
    : ICommandHandler<SubmitProposal>
{
    public async Task<Result> Handle(SubmitProposal command, CancellationToken cancel)
    {
        FieldError[] errors = [.. rules.Check(command), .. CheckConsents(command)];
        if (errors.Length > 0) return Result.Invalid(errors);

        var key = tokens.Read(command.FormToken)?.Key ?? Guid.CreateVersion7();
        if (await EarlierAsync(key, cancel) is { } earlier) return Result.Ok(earlier);

        var reason = await suspicion.OfAsync(command, cancel);
        var proposal = Proposal.Send(key, await references.NextAsync(cancel), command, reason, clock.GetUtcNow());
        db.Add(proposal);
        db.AddRange(command.Consents.Distinct().Select(purpose => consents.Answer(purpose, true, proposal.Id, null, command.Language!, proposal.SentAt)!));
        if (reason is null) receipt.Queue(proposal);
        if (await db.Drafts.SingleOrDefaultAsync(draft => draft.Id == command.DraftId || draft.SubmissionKey == key, cancel) is { } draft) db.Remove(draft);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The same form arrived twice at once; the other one is saved.
            return Result.Ok(await EarlierAsync(key, cancel) ?? throw new InvalidOperationException("A proposal clashed with one that is not there.", e));
        }
        return Result.Ok(new SentProposal(proposal.Reference, reason is not null));
    }

    private IEnumerable<FieldError> CheckConsents(SubmitProposal command)
    {
        var known = consents.Purposes.Select(purpose => purpose.Id).ToHashSet();
        if (!command.Consents.All(known.Contains)) yield return new(nameof(command.Consents), FieldErrors.Choice);
        if (!command.Consents.Contains(ConsentTexts.Evaluate)) yield return new(nameof(command.Consents), "consent.needed");
        if (!command.Adult) yield return new(nameof(command.Adult), "adult.needed");
    }

    private Task<SentProposal?> EarlierAsync(Guid key, CancellationToken cancel) =>
        db.Proposals.AsNoTracking().Where(p => p.SubmissionKey == key)
            .Select(p => new SentProposal(p.Reference, p.State == ProposalState.Quarantine)).SingleOrDefaultAsync(cancel);
}
