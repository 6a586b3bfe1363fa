namespace IJJO.Platform.Vocabularies;

/// <summary>The texts of a term as commands carry them: a label in each language, a note where one helps.</summary>
internal interface ITermTexts
{
    string LabelEn { get; }
    string LabelEs { get; }
    string LabelFr { get; }
    string? NoteEn { get; }
    string? NoteEs { get; }
    string? NoteFr { get; }
}

internal static class TermTexts
{
    internal static void Take(this TermRow row, ITermTexts texts)
    {
        // New dictionaries, so that the change is seen; languages that the commands do not know stay.
        row.Labels = With(row.Labels, texts.LabelEn, texts.LabelEs, texts.LabelFr);
        row.Notes = With(row.Notes, texts.NoteEn, texts.NoteEs, texts.NoteFr);
        row.IsEdited = true;
    }

    private static Dictionary<string, string> With(Dictionary<string, string> before, string? en, string? es, string? fr)
    {
        var after = new Dictionary<string, string>(before);
        foreach (var (language, text) in new[] { ("en", en), ("es", es), ("fr", fr) })
        {
            if (string.IsNullOrWhiteSpace(text)) after.Remove(language);
            else after[language] = text.ReplaceLineEndings(" ").Trim();
        }

        return after;
    }
}
