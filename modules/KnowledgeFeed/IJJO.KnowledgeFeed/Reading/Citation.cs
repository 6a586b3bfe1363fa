using System.Globalization;
using System.Text;
using IJJO.KnowledgeFeed.Advances;

namespace IJJO.KnowledgeFeed.Reading;

/// <summary>How to cite an advance: who, when, what, where.</summary>
internal static class Citation
{
    internal static string Of(Advance advance, LanguageVersion version)
    {
        if (advance.CitationText is { } written) return written;
        var text = new StringBuilder();
        var makers = advance.Credits.Where(c => c.Role == Credit.Author).Select(c => c.Name).ToList();
        if (makers.Count == 0) makers = [.. advance.Credits.Where(c => c.Role == Credit.Publisher).Select(c => c.Name)];
        if (makers.Count == 0 && advance.GroupTitle is { } group) makers = [group];
        if (makers.Count > 0) text.AppendJoin("; ", makers).Append(' ');
        if (advance.Year is { } year) text.Append(CultureInfo.InvariantCulture, $"({year}). ");
        else if (text.Length > 0) text.Insert(text.Length - 1, '.');
        text.Append(version.Title);
        if (!version.Title.EndsWith('.')) text.Append('.');
        if (advance.SourceUrl is { } url) text.Append(' ').Append(url);
        return text.ToString();
    }
}
