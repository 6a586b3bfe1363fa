namespace IJJO.Platform;

/// <summary>The shared lists of terms: themes, lines of work, countries, instruments and the others. Administrators edit them; ids never change.</summary>
/// <example><code>
/// var choices = Choice.Of(vocabularies.Terms(Vocabulary.Theme));
/// var label = vocabularies.Find(Vocabulary.Country, party.Country)?.Label() ?? party.Country;
/// </code></example>
public interface IVocabularies
{
    /// <summary>The active terms of a vocabulary in its order, parents before their children.</summary>
    /// <param name="vocabulary">One of <see cref="Vocabulary"/>.</param>
    /// <returns>The terms; none for an unknown vocabulary.</returns>
    IReadOnlyList<Term> Terms(string vocabulary);

    /// <summary>One term, active or retired.</summary>
    /// <param name="vocabulary">One of <see cref="Vocabulary"/>.</param>
    /// <param name="id">The term's id.</param>
    /// <returns>It, or <c>null</c>.</returns>
    Term? Find(string vocabulary, string id);
}

/// <summary>A term of a vocabulary.</summary>
/// <param name="Vocabulary">The vocabulary.</param>
/// <param name="Id">The stable id in kebab case (countries: ISO 3166-1 alpha-2).</param>
/// <param name="Parent">The id of the broader term.</param>
/// <param name="Labels">The label by language.</param>
/// <param name="Notes">A sentence of explanation by language.</param>
/// <param name="Attributes">Further facts: a country's alpha-3, an instrument's symbol, year, binding and what it replaces.</param>
/// <param name="IsActive">Whether it may be chosen for something new.</param>
/// <example><code>var offers = vocabularies.Terms(Vocabulary.Action).Where(action =&gt; action.Attribute("kind") == "group");</code></example>
public sealed record Term(
    string Vocabulary,
    string Id,
    string? Parent,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Notes,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes,
    bool IsActive)
{
    /// <summary>The label in a language, else in English, else the id.</summary>
    /// <param name="language">A language code; <c>null</c> for the current interface language.</param>
    /// <returns>The label.</returns>
    public string Label(string? language = null) => In(Labels, language) ?? Id;

    /// <summary>The explanation in a language, else in English, else nothing.</summary>
    /// <param name="language">A language code; <c>null</c> for the current interface language.</param>
    /// <returns>The explanation.</returns>
    public string? Note(string? language = null) => In(Notes, language);

    /// <summary>The first value of an attribute.</summary>
    /// <param name="name">The attribute.</param>
    /// <returns>The value, or <c>null</c>.</returns>
    public string? Attribute(string name) => Attributes.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    private static string? In(IReadOnlyDictionary<string, string> texts, string? language) =>
        texts.TryGetValue(language ?? System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, out var text) ? text
        : texts.TryGetValue("en", out var english) ? english
        : null;
}

/// <summary>The names of the vocabularies that ship.</summary>
/// <example><code>board.Vocabulary(p =&gt; p.Country, Vocabulary.Country).Vocabulary(p =&gt; p.Themes, Vocabulary.Theme);</code></example>
public static class Vocabulary
{
    /// <summary>Functions of the observatory.</summary>
    public const string LineOfWork = "line-of-work";

    /// <summary>Subjects, two levels.</summary>
    public const string Theme = "theme";

    /// <summary>Kinds of advance.</summary>
    public const string AdvanceType = "advance-type";

    /// <summary>Kinds of document.</summary>
    public const string DocumentType = "document-type";

    /// <summary>Kinds of organisation.</summary>
    public const string OrganisationType = "organisation-type";

    /// <summary>Professions and audiences.</summary>
    public const string Profession = "profession";

    /// <summary>Actions that may be offered to a party; attribute <c>kind</c>: individual, group or none.</summary>
    public const string Action = "action";

    /// <summary>The observatory's own regions; attribute <c>countries</c>.</summary>
    public const string Region = "region";

    /// <summary>Countries (ISO 3166-1) and jurisdictions.</summary>
    public const string Country = "country";

    /// <summary>Languages (BCP 47).</summary>
    public const string Language = "language";

    /// <summary>International instruments; attributes symbol, year, binding, replaces.</summary>
    public const string Instrument = "instrument";

    /// <summary>The purposes a person can consent to.</summary>
    public const string ConsentPurpose = "consent-purpose";
}
