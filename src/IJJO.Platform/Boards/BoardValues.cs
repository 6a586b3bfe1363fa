using System.Collections;
using System.Globalization;
using IJJO.Platform.OData;

namespace IJJO.Platform.Boards;

/// <summary>Values as people read them: labels of terms, names of states, dates and numbers in the reader's language.</summary>
internal sealed class BoardValues(BoardTexts texts, IVocabularies vocabularies, Texts platform)
{
    public string Of(ServedSet set, string property, object? value) => value switch
    {
        null or "" => "",
        string text => Text(set, property, text),
        bool yes => platform.Get("platform", yes ? "board.yes" : "board.no"),
        Enum member => texts.Value(set.Module, set.Name, property, member.ToString()),
        DateTimeOffset moment => moment.ToString("g", CultureInfo.CurrentCulture),
        DateOnly day => day.ToString("d", CultureInfo.CurrentCulture),
        decimal or double or float => ((IFormattable)value).ToString("#,0.##", CultureInfo.CurrentCulture),
        int or long or short => ((IFormattable)value).ToString("N0", CultureInfo.CurrentCulture),
        IEnumerable many => string.Join(", ", many.Cast<object>().Select(one => Of(set, property, one))),
        IFormattable other => other.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>For files: dates and numbers as every program reads them.</summary>
    public string Plain(ServedSet set, string property, object? value) => value switch
    {
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal or double or float or int or long or short => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => Of(set, property, value),
    };

    private string Text(ServedSet set, string property, string text) =>
        set.Declared.Board.Vocabularies.TryGetValue(property, out var vocabulary) ? vocabularies.Find(vocabulary, text)?.Label() ?? text
        : set.Declared.Board.States.Contains(property) ? texts.Value(set.Module, set.Name, property, text)
        : text;
}
