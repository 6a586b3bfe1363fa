using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace IJJO.KnowledgeFeed.Advances;

/// <summary>Addresses made from titles: plain letters and hyphens, unique.</summary>
internal static class Slugs
{
    private const int Longest = 80;

    internal static string From(string title)
    {
        var slug = new StringBuilder();
        foreach (var letter in Folding.Fold(title))
        {
            if (char.IsAsciiLetterOrDigit(letter)) slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var whole = slug.ToString().Trim('-');
        if (whole.Length <= Longest) return whole;
        var cut = whole.LastIndexOf('-', Longest);
        return whole[..(cut > 0 ? cut : Longest)];
    }

    /// <summary>Gives an unpublished advance the address of its title; a script without Latin letters leaves the type and a number.</summary>
    internal static async Task GiveSlugAsync(this KnowledgeFeedDb db, Advance advance, CancellationToken cancel)
    {
        if (advance.PublishedAt is not null) return;
        var wanted = From(advance.In("en").Title);
        if (wanted.Length == 0) wanted = advance.Type;
        var taken = await db.Advances.Where(a => a.Id != advance.Id && a.Slug.StartsWith(wanted)).Select(a => a.Slug).ToListAsync(cancel);
        var slug = wanted;
        for (var number = 2; taken.Contains(slug); number++) slug = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
        advance.Slug = slug;
    }
}

/// <summary>Small letters without accents, as a reader in a hurry types them.</summary>
internal static class Folding
{
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) folded.Append(letter);
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
