using System.Text;
using IJJO.Platform.Architecture.Tests.Events;

namespace IJJO.Platform.Architecture.Tests.Readme;

/// <summary>The catalogue of modules as Markdown, from what the modules declare.</summary>
internal static class CatalogueText
{
    internal static string Of(IReadOnlyList<ModuleInfo> all)
    {
        var modules = all.Skip(1).ToList();
        var text = new StringBuilder();
        Table(text, ["Module", "Version", "Schema", "Jobs (cron, UTC)", "Permissions"], modules.Select(m => new[]
        {
            $"**{m.Name}** `{m.Key}`", m.Version, Code(ModuleAttribute.Of(m.Assembly).Schema),
            Lines(m.Declared<JobDeclaration>().Select(j => Code(j.Name) + (j.Cron is null ? "" : $" {Code(j.Cron)}"))),
            Lines(m.Declared<PermissionDeclaration>().Select(p => Code(p.Permission.Key))),
        }));
        text.AppendLine().AppendLine("Each entity set is an OData set and, for staff, a list with record pages at `/staff/{key}/{Set}`.").AppendLine();
        Table(text, ["Entity set", "Read by", "Actions"], modules.SelectMany(m => m.Declared<EntitySetDeclaration>().Select(s => new[]
        {
            Code($"/odata/{m.Key}/{s.Set.Name}"), s.Set.Permission is { } permission ? Code(permission) : "everybody",
            string.Join(", ", s.Set.Board.Actions.Select(a => Code(a.Name)).Concat(Writes(s.Set.Board))),
        })));
        text.AppendLine().AppendLine("Events, by name: a consumer needs no reference to the publisher.").AppendLine();
        var events = all.SelectMany(m => EventRules.Published(m).Select(type => (Publisher: m.Key, Name: EventNameAttribute.Of(type)))).OrderBy(e => e.Name, StringComparer.Ordinal);
        Table(text, ["Event", "Published by", "Handled by"], events.Select(e => new[]
        {
            Code(e.Name), e.Publisher, string.Join(", ", all.Where(m => m.Declared<HandlerDeclaration>().Any(h => h.EventName == e.Name)).Select(m => m.Key)),
        }));
        return text.ToString();
    }

    private static IEnumerable<string> Writes(BoardDescription board)
    {
        if (board.Insert is not null) yield return "POST";
        if (board.Update is not null) yield return "PATCH";
        if (board.Delete is not null) yield return "DELETE";
    }

    private static void Table(StringBuilder text, string[] head, IEnumerable<string[]> rows)
    {
        foreach (var cells in rows.Prepend([.. head.Select(_ => "---")]).Prepend(head)) text.Append("| ").AppendJoin(" | ", cells).Append(" |").Append('\n');
    }

    private static string Code(string text) => $"`{text}`";

    private static string Lines(IEnumerable<string> lines) => string.Join("<br>", lines);
}
