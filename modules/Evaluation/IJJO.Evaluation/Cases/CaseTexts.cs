using IJJO.Platform;

namespace IJJO.Evaluation.Cases;

/// <summary>What the sender wrote; any one of the three is enough.</summary>
public sealed record CaseTexts
{
    private const string Purpose = "evaluate the proposal";

    [Personal(Purpose, LegalBasis.Consent, 730)] public string? Proposal { get; init; }

    [Personal(Purpose, LegalBasis.Consent, 730)] public string? Interests { get; init; }

    [Personal(Purpose, LegalBasis.Consent, 730)] public string? Specialisation { get; init; }

    /// <summary>The texts as evaluators read them: without the sender.</summary>
    public CaseTexts WithoutNames(string? senderName, string? entityName) => new()
    {
        Proposal = BlindText.Of(Proposal, senderName, entityName),
        Interests = BlindText.Of(Interests, senderName, entityName),
        Specialisation = BlindText.Of(Specialisation, senderName, entityName),
    };
}
