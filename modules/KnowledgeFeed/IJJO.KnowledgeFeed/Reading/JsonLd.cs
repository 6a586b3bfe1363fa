using System.Text.Json;
using System.Text.Json.Serialization;
using IJJO.KnowledgeFeed.Advances;
using IJJO.Platform;

namespace IJJO.KnowledgeFeed.Reading;

/// <summary>The schema.org description of an advance. The default encoder escapes &lt; and &gt;, so no text can end the script element around it.</summary>
internal sealed class JsonLd(ISite site, Terms terms)
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    internal string Of(Advance advance, LanguageVersion version, string language)
    {
        var address = site.Address($"/{language}/advances/{advance.Slug}").AbsoluteUri;
        var type = terms.Find(Vocabulary.DocumentType, advance.DocumentType)?.Attribute("schemaOrg") ?? "CreativeWork";
        return JsonSerializer.Serialize(
            new Dictionary<string, object?>
            {
                ["@context"] = "https://schema.org",
                ["@type"] = type,
                ["@id"] = $"urn:uuid:{advance.Id}",
                ["url"] = address,
                ["name"] = version.Title,
                ["abstract"] = version.Summary,
                ["inLanguage"] = version.Language,
                ["datePublished"] = advance.Date?.ToString("O") ?? advance.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["sdDatePublished"] = advance.PublishedAt?.UtcDateTime.ToString("yyyy-MM-dd"),
                ["dateModified"] = advance.ChangedAt.UtcDateTime.ToString("yyyy-MM-dd"),
                ["author"] = Makers(advance, Credit.Author),
                ["contributor"] = Makers(advance, Credit.Contributor),
                ["publisher"] = Makers(advance, Credit.Publisher),
                ["about"] = advance.Themes.Length == 0 ? null : advance.Themes.Select(terms.Theme).ToArray(),
                ["spatialCoverage"] = advance.Countries.Length == 0 ? null : advance.Countries.Select(terms.Country).ToArray(),
                ["license"] = advance.Licence,
                ["sameAs"] = advance.SourceUrl,
                ["legislationIdentifier"] = type == "Legislation" ? terms.Instruments(advance).Select(i => i.Attribute("symbol")).FirstOrDefault(s => s is not null) : null,
                ["legislationLegalForce"] = type == "Legislation" ? Force(advance.LawStatus) : null,
                ["legislationJurisdiction"] = type == "Legislation" ? advance.Jurisdiction : null,
            },
            Options);
    }

    // A credit does not say whether it is a person or an organisation, except that publishers are organisations.
    private static object[]? Makers(Advance advance, string role)
    {
        var makers = advance.Credits.Where(c => c.Role == role)
            .Select(object (c) => new Dictionary<string, string> { ["@type"] = role == Credit.Publisher ? "Organization" : "Thing", ["name"] = c.Name }).ToArray();
        return makers.Length == 0 ? null : makers;
    }

    private static string? Force(string? status) => status switch
    {
        LawStatus.InForce or LawStatus.Amended => "https://schema.org/InForce",
        LawStatus.Repealed or LawStatus.Replaced => "https://schema.org/NotInForce",
        _ => null,
    };
}
