using System.Text;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IJJO.Outreach.Templates;

/// <summary>The two bodies of a mail, from one Markdown text.</summary>
internal static class MailText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    /// <summary>Reads Markdown. Bare addresses become links only when they lead to this site: what a person typed is never made clickable.</summary>
    internal static MarkdownDocument Parse(string markdown, Uri site)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            var isSafe = !link.IsImage && Uri.TryCreate(link.Url, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" or "mailto"
                && (!link.IsAutoLink || url.Authority == site.Authority);
            if (!isSafe) link.ReplaceBy(new LiteralInline(PlainText(link)), copyChildren: false);
            else if (link is { PreviousSibling: null, NextSibling: null, IsAutoLink: false, Parent.ParentBlock: ParagraphBlock { Parent: MarkdownDocument } }) link.GetAttributes().AddClass("button");
        }

        return document;
    }

    internal static string Html(MarkdownDocument document) => document.ToHtml(Pipeline);

    /// <summary>Plain text that reads well: links show where they lead, lists keep their marks, lines stay below 78 characters where words allow it.</summary>
    internal static string Plain(MarkdownDocument document)
    {
        var text = new StringBuilder();
        foreach (var block in document) Write(text, block, "", "");
        return text.ToString().TrimEnd() + "\n";
    }

    private static void Write(StringBuilder text, Block block, string first, string rest)
    {
        switch (block)
        {
            case ListBlock list:
                var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
                foreach (var item in list.Cast<ListItemBlock>())
                {
                    var mark = list.IsOrdered ? $"{number++}. " : "- ";
                    var isFirst = true;
                    foreach (var part in item)
                    {
                        Write(text, part, isFirst ? rest + mark : rest + new string(' ', mark.Length), rest + new string(' ', mark.Length));
                        isFirst = false;
                    }
                }

                break;
            case QuoteBlock quote:
                foreach (var part in quote) Write(text, part, rest + "> ", rest + "> ");
                break;
            case ThematicBreakBlock:
                text.Append("--\n");
                break;
            case LeafBlock { Inline: { } inlines }:
                Wrap(text, PlainText(inlines), first, rest);
                if (block.Parent is not ListItemBlock) text.Append('\n');
                break;
            case LeafBlock leaf:
                foreach (var line in leaf.Lines.ToString().Split('\n')) text.Append(rest).Append("    ").Append(line).Append('\n');
                text.Append('\n');
                break;
        }

        if (block is ListBlock && block.Parent is not ListItemBlock) text.Append('\n');
    }

    private static void Wrap(StringBuilder text, string content, string first, string rest)
    {
        var prefix = first;
        foreach (var line in content.Split('\n'))
        {
            var current = new StringBuilder(prefix);
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (current.Length + word.Length > 76 && current.Length > prefix.Length)
                {
                    text.Append(current.ToString().TrimEnd()).Append('\n');
                    current.Clear().Append(prefix = rest);
                }

                current.Append(word).Append(' ');
            }

            text.Append(current.ToString().TrimEnd()).Append('\n');
            prefix = rest;
        }
    }

    private static string PlainText(ContainerInline container)
    {
        var text = new StringBuilder();
        foreach (var inline in container)
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                LineBreakInline { IsHard: true } => "\n",
                LineBreakInline => " ",
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LinkInline link when PlainText(link) is var label => label == link.Url || label.Length == 0 ? link.Url : $"{label}: {link.Url}",
                AutolinkInline auto => auto.Url,
                ContainerInline inner => PlainText(inner),
                _ => "",
            });
        }

        return text.ToString();
    }
}
