using System.Globalization;
using IJJO.KnowledgeFeed.Advances;
using Microsoft.EntityFrameworkCore;

namespace IJJO.KnowledgeFeed.Reading;

/// <summary>A value of a facet and how many advances it would leave.</summary>
public sealed record FacetCount(string Value, int Count);

/// <summary>One page of what was found.</summary>
internal sealed record Found(IReadOnlyList<Advance> Advances, int Total);

/// <summary>Runs a search. Whoever shows published advances asks here, so that page and feeds cannot differ.</summary>
internal sealed class AdvanceSearches(KnowledgeFeedDb db)
{
    /// <summary>Newest first; with a text, the best match first where the reader looks at it and newest first in feeds.</summary>
    internal async Task<Found> FindAsync(AdvanceSearch search, int size, bool byRank, CancellationToken cancel)
    {
        var matching = Matching(search);
        var total = await matching.CountAsync(cancel);
        var ordered = byRank && search.Text is { } text
            ? matching.Join(FullText.Find(db, text), a => a.Id, hit => hit.AdvanceId, (a, hit) => new { a, hit.Rank }).OrderByDescending(f => f.Rank).ThenByDescending(f => f.a.PublishedAt).Select(f => f.a)
            : matching.OrderByDescending(a => a.PublishedAt).ThenBy(a => a.Id);
        // Ids first: ordering by a joined rank and including the texts in one query would sort whole bodies.
        var ids = await ordered.Skip((search.Page - 1) * size).Take(size).Select(a => a.Id).ToListAsync(cancel);
        var advances = await db.Advances.AsNoTracking().Include(a => a.Versions).Where(a => ids.Contains(a.Id)).ToListAsync(cancel);
        return new Found([.. advances.OrderBy(a => ids.IndexOf(a.Id))], total);
    }

    /// <summary>The values of a facet with counts, most frequent first; the facet's own choice is left out, so that one can change it.</summary>
    internal Task<List<FacetCount>> CountAsync(AdvanceSearch search, string facet, CancellationToken cancel)
    {
        var advances = Matching(search.With(facet, null));
        var values = facet switch
        {
            AdvanceSearch.Theme => advances.SelectMany(a => a.BroaderThemes),
            AdvanceSearch.Type => advances.Select(a => a.Type),
            AdvanceSearch.Country => advances.SelectMany(a => a.Countries),
            AdvanceSearch.Region => advances.SelectMany(a => a.Regions),
            AdvanceSearch.Instrument => advances.SelectMany(a => a.Instruments),
            AdvanceSearch.Language => advances.SelectMany(a => a.Languages),
            _ => advances.Where(a => a.Year != null).Select(a => a.Year!.Value.ToString()),
        };
        return values.GroupBy(value => value).Select(group => new { group.Key, Count = group.Count() }).OrderByDescending(c => c.Count).ThenBy(c => c.Key)
            .Select(c => new FacetCount(c.Key, c.Count)).ToListAsync(cancel);
    }

    /// <summary>Published advances that match everything that is asked.</summary>
    internal IQueryable<Advance> Matching(AdvanceSearch search)
    {
        var advances = db.Advances.AsNoTracking().Where(AdvanceState.IsPublic);
        if (search[AdvanceSearch.Theme] is { } theme) advances = advances.Where(a => a.BroaderThemes.Contains(theme));
        if (search[AdvanceSearch.Type] is { } type) advances = advances.Where(a => a.Type == type);
        if (search[AdvanceSearch.Country] is { } country) advances = advances.Where(a => a.Countries.Contains(country));
        if (search[AdvanceSearch.Region] is { } region) advances = advances.Where(a => a.Regions.Contains(region));
        if (search[AdvanceSearch.Instrument] is { } instrument) advances = advances.Where(a => a.Instruments.Contains(instrument));
        if (search[AdvanceSearch.Language] is { } language) advances = advances.Where(a => a.Languages.Contains(language));
        if (search[AdvanceSearch.Year] is { } typed)
        {
            var year = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
            advances = advances.Where(a => a.Year == year);
        }

        if (search.Text is { } text) advances = advances.Where(a => FullText.Find(db, text).Any(hit => hit.AdvanceId == a.Id));
        return advances;
    }
}
