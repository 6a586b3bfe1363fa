using IJJO.Platform;

namespace IJJO.KnowledgeFeed.Advances;

/// <summary>What the chosen terms imply: the broader theme of a theme, the regions of a country.</summary>
internal sealed class Coverage(IVocabularies vocabularies)
{
    internal string[] WithBroader(IReadOnlyList<string> themes) =>
        [.. themes.SelectMany(Upwards).Distinct()];

    internal string[] Regions(IReadOnlyList<string> chosen, IReadOnlyList<string> countries) =>
        [.. chosen.Concat(vocabularies.Terms(Vocabulary.Region).Where(region => HoldsAny(region, countries)).Select(region => region.Id)).Distinct()];

    private IEnumerable<string> Upwards(string theme)
    {
        for (var term = vocabularies.Find(Vocabulary.Theme, theme); term is not null; term = term.Parent is { } parent ? vocabularies.Find(Vocabulary.Theme, parent) : null)
        {
            yield return term.Id;
        }
    }

    // A part of a country (GB-NIR) lies where its country lies.
    private static bool HoldsAny(Term region, IReadOnlyList<string> countries) =>
        region.Attributes.TryGetValue("countries", out var members) && countries.Any(country => members.Contains(country) || members.Contains(country.Split('-')[0]));
}
