using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace IJJO.KnowledgeFeed.Reading;

/// <summary>What a reader looks for: a text and one value per facet. The page and every feed read it from the same query string.</summary>
public sealed record AdvanceSearch(string? Text, IReadOnlyDictionary<string, string> Chosen, int Page)
{
    internal const string Theme = "theme";
    internal const string Type = "type";
    internal const string Country = "country";
    internal const string Region = "region";
    internal const string Instrument = "instrument";
    internal const string Language = "language";
    internal const string Year = "year";

    /// <summary>The facets in the order shown.</summary>
    internal static IReadOnlyList<string> Facets { get; } = [Theme, Type, Country, Region, Instrument, Language, Year];

    internal bool IsEmpty => Text is null && Chosen.Count == 0;

    /// <summary>Reads a query string. What cannot be understood narrows to nothing rather than being ignored: a reader sees that the address is wrong.</summary>
    internal static AdvanceSearch From(IQueryCollection query) => new(
        query["q"].ToString().Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, 200)] : null,
        Facets.Select(facet => (facet, value: query[facet].ToString().Trim())).Where(f => f.value.Length is > 0 and <= 100).ToDictionary(f => f.facet, f => f.value),
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 10_000) : 1);

    internal string? this[string facet] => Chosen.GetValueOrDefault(facet);

    /// <summary>The same search with another value for a facet, from its first page; without a value the facet is left open.</summary>
    internal AdvanceSearch With(string facet, string? value)
    {
        var chosen = Chosen.Where(c => c.Key != facet).ToDictionary();
        if (value is not null) chosen[facet] = value;
        return new(Text, chosen, 1);
    }

    internal AdvanceSearch On(int page) => this with { Page = page };

    /// <summary>The query string, with facets in their fixed order so that one search has one address.</summary>
    internal string ToQuery()
    {
        var query = new QueryBuilder();
        if (Text is not null) query.Add("q", Text);
        foreach (var facet in Facets.Where(Chosen.ContainsKey)) query.Add(facet, Chosen[facet]);
        if (Page > 1) query.Add("page", Page.ToString(CultureInfo.InvariantCulture));
        return query.ToQueryString().Value ?? "";
    }
}
