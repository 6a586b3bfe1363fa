using Ganss.Xss;
using Markdig;

namespace IJJO.Platform.Web;

/// <summary>
/// Markdown of people we do not know, as HTML that can do nothing: the parser takes no HTML, and the sanitiser checks what comes out of it again, since
/// a parser's bug must not become a hole. Both are safe to share between requests.
/// </summary>
/// <example><code>var html = SafeMarkdown.ToHtml(proposal.Summary);</code></example>
public static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoLinks().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).Build();

    private static readonly HtmlSanitizer Sanitizer = Configured();

    /// <summary>Renders a text.</summary>
    /// <param name="text">Markdown; HTML in it is shown as it was typed.</param>
    /// <returns>HTML of paragraphs, lists, tables, quotes, code, emphasis, headings and links to http, https and mailto.</returns>
    public static string ToHtml(string text) => Sanitizer.Sanitize(Markdig.Markdown.ToHtml(text, Pipeline));

    // No images and no styles: neither a third-party request nor an inline style may come from user text.
    private static HtmlSanitizer Configured()
    {
        string[] tags = ["p", "br", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del", "a", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table", "thead", "tbody", "tr", "th", "td"];
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = tags.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "start" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
        });
        sanitizer.PostProcessNode += (_, node) =>
        {
            if (node.Node is AngleSharp.Html.Dom.IHtmlAnchorElement link) link.SetAttribute("rel", "nofollow ugc noopener");
        };
        return sanitizer;
    }
}
