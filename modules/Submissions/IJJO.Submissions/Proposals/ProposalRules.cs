using System.Net.Mail;
using IJJO.Platform;

namespace IJJO.Submissions.Proposals;

/// <summary>What a proposal must have before it can be sent. Deliberately little: the rest can be asked later.</summary>
internal sealed class ProposalRules(IVocabularies vocabularies, ISite site)
{
    public const int LongestText = 6000;
    private const int LongestName = 160;

    public IEnumerable<FieldError> Check(ProposalAnswers a)
    {
        if (a.Kind is not ("individual" or "entity")) yield return new(nameof(a.Kind), "kind.choose");
        foreach (var error in Line(nameof(a.Name), a.Name, required: true)) yield return error;
        foreach (var error in Line(nameof(a.EntityName), a.IsEntity ? a.EntityName : null, required: a.IsEntity)) yield return error;
        foreach (var error in Address(a.Email)) yield return error;
        foreach (var error in Term(nameof(a.OrganisationType), Vocabulary.OrganisationType, a.IsEntity ? a.OrganisationType : null, required: false)) yield return error;
        foreach (var error in Term(nameof(a.Profession), Vocabulary.Profession, a.Profession, required: false)) yield return error;
        foreach (var error in Term(nameof(a.Country), Vocabulary.Country, a.Country, required: true)) yield return error;
        if (a.Language is null || !site.Languages.Contains(a.Language)) yield return new(nameof(a.Language), FieldErrors.Choice);

        if (a.Proposal is null && a.Interests is null && a.Specialisation is null) yield return new(nameof(a.Proposal), "say-something");
        (string Member, string? Text)[] texts = [(nameof(a.Proposal), a.Proposal), (nameof(a.Interests), a.Interests), (nameof(a.Specialisation), a.Specialisation)];
        foreach (var (member, text) in texts)
        {
            if (text?.Length > LongestText) yield return new(member, FieldErrors.TooLong, LongestText);
        }
        if (!a.Themes.All(id => vocabularies.Find(Vocabulary.Theme, id) is not null)) yield return new(nameof(a.Themes), FieldErrors.Choice);
        if (!a.LinesOfWork.All(id => vocabularies.Find(Vocabulary.LineOfWork, id) is not null)) yield return new(nameof(a.LinesOfWork), FieldErrors.Choice);
    }

    public static bool IsAddress(string? email) =>
        email is { Length: <= 254 } && MailAddress.TryCreate(email, out var parsed) && parsed.Address == email
        && parsed.Host.Contains('.') && !email.Any(char.IsWhiteSpace);

    private static IEnumerable<FieldError> Line(string member, string? text, bool required)
    {
        if (text is null && required) yield return new(member, FieldErrors.Required);
        if (text?.Length > LongestName) yield return new(member, FieldErrors.TooLong, LongestName);
        if (text?.Any(char.IsControl) is true) yield return new(member, FieldErrors.Format);
    }

    private static IEnumerable<FieldError> Address(string? email)
    {
        if (email is null) yield return new(nameof(ProposalAnswers.Email), FieldErrors.Required);
        else if (!IsAddress(email)) yield return new(nameof(ProposalAnswers.Email), FieldErrors.Email);
    }

    private IEnumerable<FieldError> Term(string member, string vocabulary, string? id, bool required)
    {
        if (id is null && required) yield return new(member, FieldErrors.Required);
        if (id is not null && vocabularies.Find(vocabulary, id) is null) yield return new(member, FieldErrors.Choice);
    }
}
