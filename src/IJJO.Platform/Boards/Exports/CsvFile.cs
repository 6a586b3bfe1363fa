using System.Globalization;
using System.Text;

namespace IJJO.Platform.Boards;

/// <summary>CSV as RFC 4180 has it, row by row.</summary>
internal static class CsvFile
{
    private const int Buffer = 32 * 1024;

    public static async Task WriteAsync(Stream stream, ExportFile file, CancellationToken cancel)
    {
        // Excel takes a file without the mark for one in the computer's old encoding.
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Buffer, leaveOpen: true);
        var line = new StringBuilder();
        await AddAsync(writer, line.AppendJoin(',', file.Columns.Select(column => Field(column.Title))), cancel);
        await foreach (var row in file.Rows.WithCancellation(cancel))
            await AddAsync(writer, line.AppendJoin(',', file.Columns.Select(column => Field(file.Values.Plain(file.Set, column.Property.Name, column.Property.ValueOf(row))))), cancel);
    }

    /// <summary>A spreadsheet would run what begins like a formula (OWASP CSV injection); an apostrophe makes it text. Numbers stay numbers.</summary>
    public static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' && !IsNumber(text) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",;\"\r\n\t") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"")}\"";
    }

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static async Task AddAsync(StreamWriter writer, StringBuilder line, CancellationToken cancel)
    {
        await writer.WriteAsync(line.Append("\r\n"), cancel);
        line.Clear();
    }
}
