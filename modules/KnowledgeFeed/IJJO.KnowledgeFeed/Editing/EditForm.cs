using System.Globalization;
using IJJO.KnowledgeFeed.Advances;
using IJJO.Platform.Web;

namespace IJJO.KnowledgeFeed.Editing;

/// <summary>Between an advance and the fields of its page; the texts of each language are fields like <c>Title.es</c>.</summary>
internal static class EditForm
{
    internal static void Fill(FormState form, Advance advance)
    {
        form.Set(nameof(EditAdvance.Type), advance.Type);
        form.Set(nameof(EditAdvance.DocumentType), advance.DocumentType);
        form.Set(nameof(EditAdvance.OriginalLanguage), advance.OriginalLanguage);
        form.Set(nameof(EditAdvance.Themes), advance.Themes);
        form.Set(nameof(EditAdvance.Countries), advance.Countries);
        form.Set(nameof(EditAdvance.Regions), advance.Regions);
        form.Set(nameof(EditAdvance.Instruments), advance.Instruments);
        form.Set(nameof(EditAdvance.Jurisdiction), advance.Jurisdiction);
        form.Set(nameof(EditAdvance.Date), advance.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        form.Set(nameof(EditAdvance.Year), advance.Year?.ToString(CultureInfo.InvariantCulture));
        form.Set(nameof(EditAdvance.SourceUrl), advance.SourceUrl);
        form.Set(nameof(EditAdvance.Citation), advance.CitationText);
        form.Set(nameof(EditAdvance.Licence), advance.Licence);
        form.Set(nameof(EditAdvance.LawStatus), advance.LawStatus);
        form.Set(nameof(EditAdvance.ReplacedById), advance.ReplacedById?.ToString());
        form.Set(nameof(EditAdvance.Credits), Credit.Lines(advance.Credits));
        foreach (var version in advance.Versions)
        {
            form.Set($"Title.{version.Language}", version.Title);
            form.Set($"Summary.{version.Language}", version.Summary);
            form.Set($"PlainLanguageSummary.{version.Language}", version.PlainLanguageSummary);
            form.Set($"Body.{version.Language}", version.Body);
            form.Set($"IsOutdated.{version.Language}", version.IsOutdated ? "true" : null);
        }
    }

    internal static IReadOnlyList<VersionText> Texts(FormState form, IEnumerable<string> languages) =>
    [
        .. languages.Select(language => new VersionText(
            language, form.Value($"Title.{language}") ?? "", form.Value($"Summary.{language}"), form.Value($"PlainLanguageSummary.{language}"),
            form.Value($"Body.{language}"), form.Value($"IsOutdated.{language}") == "true")),
    ];
}
