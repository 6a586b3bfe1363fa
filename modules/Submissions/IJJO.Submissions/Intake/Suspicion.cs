using IJJO.Submissions.Proposals;

namespace IJJO.Submissions.Intake;

/// <summary>Tells whether a sent form looks as if nobody had written it. The answer is a reason for quarantine, never a refusal.</summary>
internal sealed class Suspicion(FormTokens tokens, SenderLimit limit)
{
    public async Task<string?> OfAsync(SubmitProposal form, CancellationToken cancel)
    {
        // Counted in every case, so that a flood which trips another trap uses up its share as well.
        var withinLimit = await limit.AllowsAsync("proposal", form.Network, limit.ProposalsPerDay, cancel);
        if (!string.IsNullOrWhiteSpace(form.Website)) return Quarantine.Trap;
        if (tokens.Read(form.FormToken) is not { } token || token.Age < FormTokens.ShortestWriting) return Quarantine.TooFast;
        if (HasAddress(form.Name) || HasAddress(form.EntityName)) return Quarantine.LinkInName;
        return withinLimit ? null : Quarantine.TooMany;
    }

    // The receipt greets the sender by name, so a name with an address in it would make this site send advertising.
    private static bool HasAddress(string? name) =>
        name is not null && (name.Contains("://", StringComparison.Ordinal) || name.Contains("www.", StringComparison.OrdinalIgnoreCase));
}
