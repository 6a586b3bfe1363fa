using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IJJO.Platform.Web;
using Microsoft.Extensions.Localization;

namespace IJJO.Platform.Boards;

/// <summary>
/// Two people have edited one row. Every field that differs is chosen, mine or theirs, without script: both values and the choice are in the form, so that a
/// third version on the way is no loss either.
/// </summary>
internal static class Clash
{
    private const string Choice = "choose.", OfMine = "mine.", OfTheirs = "theirs.";

    public static string ChoiceOf(ActionField field) => Choice + field.Member.Name;

    public static string MineOf(ActionField field) => OfMine + field.Member.Name;

    public static string TheirsOf(ActionField field) => OfTheirs + field.Member.Name;

    public static string SentOf(ActionField field) => MineOf(field) + ".sent";

    /// <summary>What somebody saw when they began, field by field; enough to tell whether it has changed.</summary>
    public static string Seen(ActionFields fields, FormState row) => JsonSerializer.Serialize(fields.Fields.ToDictionary(field => field.Member.Name, field => Mark(row.Values(field.Member.Name))));

    /// <summary>Carries the choices into the fields; those that nothing was chosen for.</summary>
    public static IReadOnlyList<ActionField> Choose(ActionFields fields, FormState posted)
    {
        var open = new List<ActionField>();
        foreach (var one in fields.Fields.Where(one => posted.Value(SentOf(one)) is not null))
        {
            var choice = posted.Value(ChoiceOf(one));
            if (choice is not ("mine" or "theirs")) open.Add(one);
            posted.Set(one.Member.Name, [.. posted.Values(choice == "theirs" ? TheirsOf(one) : MineOf(one))]);
        }
        return open;
    }

    /// <summary>The fields that somebody else has changed since they were seen, or that are still to be chosen, and that are not as I want them.</summary>
    public static IReadOnlyList<ClashField> Of(ActionFields fields, FormState mine, FormState theirs, IReadOnlyList<ActionField> open)
    {
        var before = Read(mine.Value("row-fields"));
        var found = new List<ClashField>();
        foreach (var one in fields.Fields)
        {
            var (wanted, present) = (Values(one, mine), Values(one, theirs));
            var seen = before.GetValueOrDefault(one.Member.Name);
            if (wanted.SequenceEqual(present) || seen == Mark(theirs.Values(one.Member.Name)) && !open.Contains(one)) continue;
            // What I have not touched is theirs unless I say otherwise; where both have written, somebody must choose.
            found.Add(new(one, wanted, present, seen == Mark(mine.Values(one.Member.Name)) ? "theirs" : mine.Value(ChoiceOf(one))));
        }
        return found;
    }

    private static Dictionary<string, string> Read(string? seen)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(seen ?? "{}") ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string[] Values(ActionField field, FormState state) => [.. state.Values(field.Member.Name).Select(value => value.ReplaceLineEndings("\n").Trim()).Where(value => value.Length > 0 && !(field.Type.Element == typeof(bool) && value == "false"))];

    private static string Mark(IReadOnlyList<string> values) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', values.Select(value => value.ReplaceLineEndings("\n").Trim()).Where(value => value.Length > 0)))))[..16];
}

/// <summary>A field with two versions, and which of them is chosen so far.</summary>
internal sealed record ClashField(ActionField Field, IReadOnlyList<string> Mine, IReadOnlyList<string> Theirs, string? Chosen)
{
    /// <summary>A value as people read it.</summary>
    public string Shown(IReadOnlyList<string> values, IStringLocalizer texts) =>
        Field.Type.Element == typeof(bool) ? texts[values is ["true"] ? "board.yes" : "board.no"]
        : values.Count == 0 ? texts["board.clash.empty"]
        : string.Join(", ", values.Select(value => Field.Choices?.FirstOrDefault(choice => choice.Value == value)?.Label ?? value));
}
