using IJJO.Platform;

namespace IJJO.KnowledgeFeed.Advances;

/// <summary>What an advance must keep to, whoever writes it. Errors carry the member of the command and, for texts, <c>Title.es</c> and the like.</summary>
internal sealed class AdvanceRules(IVocabularies vocabularies)
{
    internal IEnumerable<FieldError> Check(AdvanceDetails details) =>
    [
        .. Known(nameof(details.Type), Vocabulary.AdvanceType, details.Type),
        .. Known(nameof(details.DocumentType), Vocabulary.DocumentType, details.DocumentType),
        .. Known(nameof(details.OriginalLanguage), Vocabulary.Language, details.OriginalLanguage),
        .. Known(nameof(details.Themes), Vocabulary.Theme, [.. details.Themes]),
        .. Known(nameof(details.Countries), Vocabulary.Country, [.. details.Countries]),
        .. Known(nameof(details.Regions), Vocabulary.Region, [.. details.Regions]),
        .. Known(nameof(details.Instruments), Vocabulary.Instrument, [.. details.Instruments]),
        .. Length(nameof(details.Jurisdiction), details.Jurisdiction, 100),
        .. Length(nameof(details.SourceUrl), details.SourceUrl, 1000),
        .. Length(nameof(details.Citation), details.Citation, 2000),
        .. Length(nameof(details.Licence), details.Licence, 200),
        .. When(details.SourceUrl is { } url && !IsWebAddress(url), nameof(details.SourceUrl), "field.web-address"),
        .. When(details.Year is < 1800 or > 2200, nameof(details.Year), FieldErrors.Range, 1800, 2200),
        .. When(details.LawStatus is { } status && !LawStatus.All.Contains(status), nameof(details.LawStatus), FieldErrors.Choice),
        .. When(details.ReplacedById is not null && details.LawStatus != LawStatus.Replaced, nameof(details.ReplacedById), "field.replaced-only"),
        .. When(details.Credits.Count > 50, nameof(details.Credits), "field.credits-many"),
        .. When(details.Credits.Any(c => c.Name.Length is 0 or > 200), nameof(details.Credits), "field.credits-name"),
        .. When(details.Credits.Any(c => !Credit.Roles.Contains(c.Role)), nameof(details.Credits), "field.credits-role", string.Join(", ", Credit.Roles)),
    ];

    internal IEnumerable<FieldError> Check(IReadOnlyList<VersionText> texts, string originalLanguage)
    {
        var written = texts.Where(text => !text.IsEmpty).ToList();
        if (written.All(text => text.Language != originalLanguage)) yield return new($"Title.{originalLanguage}", FieldErrors.Required);
        foreach (var text in written)
        {
            FieldError[] errors =
            [
                .. Known("", Vocabulary.Language, text.Language),
                .. When(string.IsNullOrWhiteSpace(text.Title), $"Title.{text.Language}", FieldErrors.Required),
                .. Length($"Title.{text.Language}", text.Title, 300),
                .. Length($"Summary.{text.Language}", text.Summary, 4000),
                .. Length($"PlainLanguageSummary.{text.Language}", text.PlainLanguageSummary, 4000),
                .. Length($"Body.{text.Language}", text.Body, 100_000),
            ];
            foreach (var error in errors) yield return error;
        }
    }

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0;

    // Retired terms stay allowed: an edit must not be refused for a choice that was right when it was made.
    private IEnumerable<FieldError> Known(string member, string vocabulary, params string[] ids) =>
        When(ids.Any(id => vocabularies.Find(vocabulary, id) is null), member, ids is [""] ? FieldErrors.Required : FieldErrors.Choice);

    private static IEnumerable<FieldError> Length(string member, string? text, int limit) => When(text?.Length > limit, member, FieldErrors.TooLong, limit);

    private static IEnumerable<FieldError> When(bool wrong, string member, string code, params object[] arguments) => wrong ? [new(member, code, arguments)] : [];
}
