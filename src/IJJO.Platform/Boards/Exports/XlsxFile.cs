using System.Xml;
using IJJO.Platform.OData;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace IJJO.Platform.Boards;

/// <summary>An Excel file, row by row. Texts are texts and never formulas; dates and numbers are such, for sums and sorting.</summary>
internal static class XlsxFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // What Excel can hold: rows of a sheet, characters of a cell, digits of a number, and no day before this one.
    private const int MostRows = 1_048_576;
    private const int MostCharacters = 32_767;
    private const long TooLong = 1_000_000_000_000_000;
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    public static async Task WriteAsync(Stream stream, ExportFile file, CancellationToken cancel)
    {
        await using var book = await Spreadsheet.CreateNewAsync(stream, new SpreadCheetahOptions { DefaultDateTimeFormat = NumberFormat.Custom("yyyy-mm-dd hh:mm:ss") }, cancel);
        var day = book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") });
        var heading = book.AddStyle(new Style { Font = { Bold = true } });
        string[] titles = [.. file.Columns.Select(column => column.Title)];
        var cells = new StyledCell[titles.Length];
        var (sheets, rows) = (0, MostRows);
        await foreach (var row in file.Rows.WithCancellation(cancel))
        {
            if (rows == MostRows) await StartSheetAsync();
            for (var i = 0; i < cells.Length; i++) cells[i] = Cell(file, file.Columns[i].Property, row, day);
            await book.AddRowAsync(cells, cancel);
            rows++;
        }
        if (sheets == 0) await StartSheetAsync();
        await book.FinishAsync(cancel);

        async Task StartSheetAsync()
        {
            sheets++;
            await book.StartWorksheetAsync(SheetName(file.Title, sheets), new WorksheetOptions { FrozenRows = 1, DefaultColumnWidth = 20 }, cancel);
            await book.AddHeaderRowAsync(titles, heading, cancel);
            rows = 1;
        }
    }

    private static StyledCell Cell(ExportFile file, RowProperty property, object row, StyleId day) => property.ValueOf(row) switch
    {
        null => default,
        DateTimeOffset moment when DateOnly.FromDateTime(moment.UtcDateTime) >= FirstDay => new(moment.UtcDateTime, null),
        DateOnly date when date >= FirstDay => new(date.ToDateTime(TimeOnly.MinValue), day),
        short number => new((int)number, null),
        int number => new(number, null),
        long number when number is > -TooLong and < TooLong => new(number, null),
        // The way to double and back keeps fifteen digits, which is what Excel keeps.
        decimal number when number is > -TooLong and < TooLong && number == (decimal)(double)number => new(number, null),
        float number when float.IsFinite(number) => new(number, null),
        double number when double.IsFinite(number) => new(number, null),
        var value => new(Text(file.Values.Plain(file.Set, property.Name, value)), null),
    };

    /// <summary>Without what XML cannot hold.</summary>
    private static string Text(string text)
    {
        var kept = text.Length <= MostCharacters ? text : text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
        return kept.All(IsXml) ? kept : string.Concat(kept.Where(IsXml));
    }

    private static bool IsXml(char letter) => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter);

    private static string SheetName(string title, int number)
    {
        var name = string.Concat(title.Where(letter => !"[]:*?/\\'".Contains(letter))).Trim();
        var suffix = number == 1 ? "" : $" ({number})";
        return name[..Math.Min(name.Length, 31 - suffix.Length)] + suffix;
    }
}
