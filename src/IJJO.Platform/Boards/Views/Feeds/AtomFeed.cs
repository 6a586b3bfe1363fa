using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using IJJO.Platform.OData;

namespace IJJO.Platform.Boards;

/// <summary>A view as Atom 1.0 (RFC 4287): an entry for each row, with the columns that the list shows.</summary>
internal sealed class AtomFeed(BoardTexts texts, BoardValues values, ISite site)
{
    public const string MediaType = "application/atom+xml";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public byte[] Write(FoundView view, ViewFeed feed, IReadOnlyList<BoardRow> rows)
    {
        var set = view.Set;
        var moments = rows.Select(row => NewestRows.MomentOf(row) ?? feed.MadeAt).ToArray();
        return Bytes(new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName),
            // Not the address, which holds the secret and changes with it.
            new XElement(Atom + "id", $"urn:uuid:{feed.Id}"),
            new XElement(Atom + "title", Clean($"{texts.Set(set.Module, set.Name)}: {view.Name}")),
            new XElement(Atom + "updated", Text(moments.Append(feed.MadeAt).Max())),
            Link(site.Address(view.Path)),
            new XElement(Atom + "author", new XElement(Atom + "name", Clean(site.Organisation.NameIn()))),
            rows.Zip(moments, (row, at) => Entry(view, row, at))));
    }

    private XElement Entry(FoundView view, BoardRow row, DateTimeOffset at) => new(
        Atom + "entry",
        new XElement(Atom + "id", view.Set.Shape.Keys is [var key] && key.ValueOf(row.Row) is Guid id ? $"urn:uuid:{id}" : site.Address(row.Path).AbsoluteUri),
        new XElement(Atom + "title", Clean(NewestRows.TitleOf(row, values))),
        new XElement(Atom + "updated", Text(at)),
        Link(site.Address(row.Path)),
        new XElement(Atom + "content", new XAttribute("type", "html"), Clean(Columns(view, row))));

    private string Columns(FoundView view, BoardRow row)
    {
        var set = view.Set;
        var html = new StringBuilder("<dl>");
        foreach (var column in view.Columns)
            html.Append("<dt>").Append(WebUtility.HtmlEncode(texts.Property(set.Module, set.Name, column))).Append("</dt><dd>").Append(WebUtility.HtmlEncode(values.Of(set, column, row[column]))).Append("</dd>");
        return html.Append("</dl>").ToString();
    }

    private static XElement Link(Uri address) => new(Atom + "link", new XAttribute("rel", "alternate"), new XAttribute("type", "text/html"), new XAttribute("href", address.AbsoluteUri));

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>Without what XML 1.0 cannot hold: one pasted control character must not break the feed.</summary>
    private static string Clean(string text) => new([.. text.Where((sign, at) =>
        XmlConvert.IsXmlChar(sign)
        || char.IsHighSurrogate(sign) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        || char.IsLowSurrogate(sign) && at > 0 && char.IsHighSurrogate(text[at - 1]))]);

    private static byte[] Bytes(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) })) new XDocument(root).Save(writer);
        return stream.ToArray();
    }
}
