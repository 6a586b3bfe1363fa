using IJJO.Platform;

namespace IJJO.Evaluation.Assignments;

/// <summary>What an evaluator has said about themselves: it decides which cases are suggested to them and which are kept from them.</summary>
internal sealed class EvaluatorProfile
{
    /// <summary>The staff account.</summary>
    public required Guid Id { get; init; }

    public string[] LinesOfWork { get; set; } = [];
    public string[] Themes { get; set; } = [];

    /// <summary>The organisation that the evaluator works for, compared with the sender's.</summary>
    [Personal("find conflicts of interest", LegalBasis.LegitimateInterest, 1825)] public string? Affiliation { get; set; }
}
