using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace IJJO.KnowledgeFeed.Feeds;

internal static class Xml
{
    internal static string Document(XElement root)
    {
        using var text = new Utf8Writer();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true })) new XDocument(root).Save(writer);
        return text.ToString();
    }

    internal static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>Without the control characters that XML 1.0 cannot hold: one pasted form feed must not break the feed of everybody.</summary>
    internal static string Text(string text) => text.All(XmlConvert.IsXmlChar) || !HasForbidden(text) ? text : new string([.. text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))]);

    private static bool HasForbidden(string text) => text.Any(c => !XmlConvert.IsXmlChar(c) && !char.IsSurrogate(c));

    private sealed class Utf8Writer : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
