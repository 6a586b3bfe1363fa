using System.Security.Cryptography;
using System.Text;
using IJJO.Platform;

namespace IJJO.Submissions.Parties;

/// <summary>The purposes and the words that are agreed to, as the vocabulary and the organisation have them now.</summary>
internal sealed class ConsentTexts(IVocabularies vocabularies, ISite site)
{
    /// <summary>Without this one there is nothing to evaluate.</summary>
    public const string Evaluate = "evaluate";

    public IReadOnlyList<Term> Purposes => vocabularies.Terms(Vocabulary.ConsentPurpose);

    public string TextOf(Term purpose, string language) =>
        (purpose.Note(language) ?? purpose.Label(language)).Replace("{organisation}", site.Organisation.NameIn(language), StringComparison.Ordinal);

    /// <summary>The record of an answer; <c>null</c> for a purpose that the vocabulary does not have.</summary>
    public Consent? Answer(string purpose, bool given, Guid proposalId, Guid? partyId, string language, DateTimeOffset at)
    {
        if (vocabularies.Find(Vocabulary.ConsentPurpose, purpose) is not { } term) return null;
        var text = TextOf(term, language);
        return new Consent
        {
            Id = Guid.CreateVersion7(at),
            ProposalId = proposalId,
            PartyId = partyId,
            Purpose = purpose,
            Given = given,
            Text = text,
            TextVersion = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12],
            Language = language,
            At = at,
        };
    }
}
