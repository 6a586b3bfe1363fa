using IJJO.KnowledgeFeed.Advances;
using IJJO.Platform;
using Microsoft.Extensions.Localization;

namespace IJJO.KnowledgeFeed.Reading;

/// <summary>The words for ids, in the reader's language.</summary>
internal sealed class Terms(IVocabularies vocabularies, IStringLocalizer<Text> texts)
{
    internal string Type(string id) => Label(Vocabulary.AdvanceType, id);
    internal string Document(string id) => Label(Vocabulary.DocumentType, id);
    internal string Theme(string id) => Label(Vocabulary.Theme, id);
    internal string Country(string id) => Label(Vocabulary.Country, id);
    internal string Region(string id) => Label(Vocabulary.Region, id);
    internal string Language(string id) => Label(Vocabulary.Language, id);
    internal string Role(string role) => texts[$"role.{role}"];
    internal string Status(string status) => texts[$"law-status.{status}"];

    internal string Facet(string facet, string value) => facet switch
    {
        AdvanceSearch.Theme => Theme(value),
        AdvanceSearch.Type => Type(value),
        AdvanceSearch.Country => Country(value),
        AdvanceSearch.Region => Region(value),
        AdvanceSearch.Instrument => Label(Vocabulary.Instrument, value),
        AdvanceSearch.Language => Language(value),
        _ => value,
    };

    /// <summary>The instruments of an advance with symbol, year and what each replaces.</summary>
    internal IEnumerable<Term> Instruments(Advance advance) => advance.Instruments.Select(id => vocabularies.Find(Vocabulary.Instrument, id)).OfType<Term>();

    internal Term? Instrument(string? id) => id is null ? null : vocabularies.Find(Vocabulary.Instrument, id);

    internal Term? Find(string vocabulary, string id) => vocabularies.Find(vocabulary, id);

    private string Label(string vocabulary, string id) => vocabularies.Find(vocabulary, id)?.Label() ?? id;
}
