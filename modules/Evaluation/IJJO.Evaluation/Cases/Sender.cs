using IJJO.Platform;

namespace IJJO.Evaluation.Cases;

/// <summary>What Evaluation keeps of a party beside its cases: the mail domain, which tells a colleague of the evaluator.</summary>
internal sealed class Sender
{
    /// <summary>The party.</summary>
    public required Guid Id { get; init; }

    [Personal("find conflicts of interest", LegalBasis.LegitimateInterest, 730)] public required string MailDomain { get; set; }
}
