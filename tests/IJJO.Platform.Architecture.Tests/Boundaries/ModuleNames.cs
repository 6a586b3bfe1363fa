using System.Text.RegularExpressions;

namespace IJJO.Platform.Architecture.Tests.Boundaries;

/// <summary>Host, engine, kit and browser know modules and their sets from what these declare, never by name.</summary>
internal static partial class ModuleNames
{
    /// <summary>The files that name one all the same, each with the reason.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["WhenPartyErased.cs"] = "the name of an event is the contract between those who know nothing of each other",
    };

    private static readonly string[] Written = [".cs", ".razor", ".ts"];
    private static readonly string[] NotWritten = ["bin", "obj", "node_modules", "Migrations", "wwwroot"];

    internal static IEnumerable<string> In(string folder, IEnumerable<string> keys, IEnumerable<string> sets)
    {
        // A key within a name ("outreach.read") or an address; a set by itself or as a step of an address.
        var named = new Regex($@"(?<![\w-])({string.Join('|', keys)})(?![\w-])|(?:^|/)({string.Join('|', sets)})(?:$|[/?(])");
        return
            from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            where Written.Contains(Path.GetExtension(path)) && !path.Split(Path.DirectorySeparatorChar).Intersect(NotWritten).Any()
            from line in File.ReadLines(path)
            where !Comment().IsMatch(line)
            from quoted in line.Split('"', '\'', '`').Skip(1).SkipLast(1)
            let name = named.Match(quoted)
            where name.Success
            select $"{Path.GetFileName(path)} names {name.Value.Trim('/', '?', '(')}, which belongs to a module: let the module declare it.";
    }

    [GeneratedRegex(@"^\s*(//|\*|/\*)")]
    private static partial Regex Comment();
}
