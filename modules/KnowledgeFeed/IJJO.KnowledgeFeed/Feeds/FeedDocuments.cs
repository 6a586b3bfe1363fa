using IJJO.KnowledgeFeed.Advances;
using IJJO.KnowledgeFeed.Reading;
using IJJO.Platform;
using IJJO.Platform.Web;
using Microsoft.Extensions.Localization;

namespace IJJO.KnowledgeFeed.Feeds;

/// <summary>Makes the feed of a search: any search is a subscription.</summary>
internal sealed class FeedDocuments(AdvanceSearches searches, Terms terms, ISite site, IStringLocalizer<Text> texts)
{
    private const int Size = 50;

    internal async Task<FeedDocument> MakeAsync(AdvanceSearch search, string language, string kind, CancellationToken cancel)
    {
        var found = await searches.FindAsync(search, Size, byRank: false, cancel);
        var items = found.Advances.Select(advance => Item(advance, language)).ToList();
        return new FeedDocument(
            Title(search), site.Organisation.NameIn(), language,
            site.Address($"/{language}/advances{search.On(1).ToQuery()}"),
            Address(search),
            found.Total > search.Page * Size ? Address(search.On(search.Page + 1)) : null,
            items.Select(i => i.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            items);

        Uri Address(AdvanceSearch page) => site.Address($"/{language}/feed.{kind}{page.ToQuery()}");
    }

    private string Title(AdvanceSearch search)
    {
        string[] narrowed = [.. search.Text is { } text ? [$"“{text}”"] : Array.Empty<string>(), .. search.Chosen.Select(c => terms.Facet(c.Key, c.Value))];
        var title = $"{site.Organisation.ShortName}: {texts["advances.heading"]}";
        return narrowed.Length == 0 ? title : $"{title} ({string.Join(", ", narrowed)})";
    }

    private FeedItem Item(Advance advance, string language)
    {
        var version = advance.In(language);
        var text = version.Body.Length > 0 ? $"{version.Summary}\n\n{version.Body}" : version.Summary;
        return new FeedItem(
            advance.Id, site.Address($"/{language}/advances/{advance.Slug}"), advance.SourceUrl, version.Title, version.Summary, SafeMarkdown.ToHtml(text), version.Language,
            advance.PublishedAt ?? advance.CreatedAt, advance.ChangedAt, [.. advance.Credits.Select(c => c.Name).Distinct()],
            [new(advance.Type, terms.Type(advance.Type)), .. advance.Themes.Select(theme => new FeedTag(theme, terms.Theme(theme)))], advance.Licence);
    }
}
