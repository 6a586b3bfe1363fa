using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace IJJO.Platform.Tests.Boards.Exports;

/// <summary>The first sheet of an Excel file, read from its XML.</summary>
internal sealed class XlsxSheet
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private XlsxSheet(string name, XDocument sheet, XDocument styles)
    {
        Name = name;
        HasFormulas = sheet.Descendants(Main + "f").Any();
        var codes = styles.Descendants(Main + "numFmt").ToDictionary(format => (string)format.Attribute("numFmtId")!, format => (string)format.Attribute("formatCode")!);
        string?[] formats = [.. styles.Descendants(Main + "cellXfs").Elements().Select(style => codes.GetValueOrDefault((string)style.Attribute("numFmtId")!))];
        Rows = [.. sheet.Descendants(Main + "row").Select(row => row.Elements(Main + "c").Select(cell => Cell(cell, formats)).ToArray())];
    }

    public string Name { get; }

    public bool HasFormulas { get; }

    public IReadOnlyList<XlsxCell[]> Rows { get; }

    public static XlsxSheet Read(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        XDocument Part(string name)
        {
            using var stream = zip.GetEntry(name)!.Open();
            return XDocument.Load(stream);
        }
        return new((string)Part("xl/workbook.xml").Descendants(Main + "sheet").First().Attribute("name")!, Part("xl/worksheets/sheet1.xml"), Part("xl/styles.xml"));
    }

    private static XlsxCell Cell(XElement cell, string?[] formats)
    {
        var format = (int?)cell.Attribute("s") is { } style ? formats[style] : null;
        return (string?)cell.Attribute("t") == "inlineStr" ? new(cell.Value, null, format)
            : cell.Element(Main + "v")?.Value is { } number ? new(null, double.Parse(number, CultureInfo.InvariantCulture), format) : new(null, null, format);
    }
}

/// <summary>What a cell holds: a text or a number, which its format may make a date.</summary>
internal sealed record XlsxCell(string? Text, double? Number, string? Format)
{
    public DateTime Date => DateTime.FromOADate(Number!.Value);
}
