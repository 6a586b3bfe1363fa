using System.Net;
using System.Text.RegularExpressions;

namespace IJJO.Outreach.Templates;

/// <summary>The page around a mail's HTML part: one column, the reader's own font, light and dark, no image and nothing fetched from anywhere.</summary>
internal static partial class MailHtml
{
    internal const string StyleTag = "<style>";

    private const string Style = """
        body { margin: 0; padding: 24px 12px; background: #f4f3ef; color: #1d2429; font: 17px/1.6 Georgia, 'Times New Roman', serif; overflow-wrap: break-word; }
        .page { max-width: 34em; margin: 0 auto; padding: 28px 24px; background: #ffffff; border-radius: 6px; }
        h1, h2, h3 { font-size: 20px; line-height: 1.3; margin: 24px 0 8px; }
        p, ul, ol, blockquote { margin: 0 0 16px; }
        blockquote { padding-left: 16px; border-left: 3px solid #b9c4c9; color: #3d484f; }
        a { color: #0b5563; }
        a.button { display: inline-block; padding: 12px 22px; background: #0b5563; color: #ffffff; border-radius: 6px; text-decoration: none; font-weight: bold; }
        .word { font: bold 15px/1.4 Arial, Helvetica, sans-serif; letter-spacing: .04em; color: #0b5563; margin: 0 0 20px; }
        footer { max-width: 40em; margin: 16px auto 0; padding: 0 24px; font: 13px/1.6 Arial, Helvetica, sans-serif; color: #515c63; }
        footer p { margin: 0 0 6px; }
        @media (prefers-color-scheme: dark) {
          body { background: #14191c; color: #e6e8e6; } .page { background: #1d2429; } a, .word { color: #8cc7d3; }
          a.button { background: #8cc7d3; color: #10181b; } blockquote { color: #c3cbcf; border-left-color: #4b5960; } footer { color: #a9b4b9; }
        }
        """;

    /// <summary>The addresses of a page's links, in order.</summary>
    internal static IReadOnlyList<string> Links(string html) => [.. Href().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct()];

    internal static string Page(string subject, string language, string wordMark, string body, string footer) => $"""
        <!doctype html>
        <html lang="{language}" dir="ltr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{WebUtility.HtmlEncode(subject)}</title>
        {StyleTag}
        {Style}
        </style>
        </head>
        <body>
        <main class="page">
        <p class="word">{WebUtility.HtmlEncode(wordMark)}</p>
        {body.Trim()}
        </main>
        <footer>
        {footer.Trim()}
        </footer>
        </body>
        </html>

        """;

    [GeneratedRegex("<a [^>]*href=\"([^\"]+)\"")]
    private static partial Regex Href();
}
