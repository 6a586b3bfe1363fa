using System.Globalization;
using System.Text;

namespace IJJO.WorkingGroups.Groups;

/// <summary>The part of an address that is made from a title.</summary>
internal static class Slug
{
    public const int Length = 60;

    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var sign in title.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(sign)) slug.Append(sign);
            // Accents are separate signs in this form and fall away.
            else if (CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        if (slug.Length > Length) slug.Length = slug.ToString().LastIndexOf('-', Length) is var cut and > 20 ? cut : Length;
        return slug.ToString().Trim('-');
    }
}
