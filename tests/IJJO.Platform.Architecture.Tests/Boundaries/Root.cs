using System.IO.Enumeration;

namespace IJJO.Platform.Architecture.Tests.Boundaries;

/// <summary>The root of the repository is its table of contents: no plans, no notes, no generated output.</summary>
internal static class Root
{
    private static readonly string[] Contents =
    [
        ".ci", ".config", ".editorconfig", ".git", ".gitattributes", ".gitignore", "Directory.Build.props", "IJJO.Platform.sln", "LICENSE", "README.md", "build", "global.json",
        "modules", "src", "tests",
    ];

    /// <summary>Names what does not belong there and what is missing. What Git ignores is of the machine, not of the repository.</summary>
    internal static IEnumerable<string> Wrong(string folder)
    {
        var ignored = File.ReadLines(Path.Combine(folder, ".gitignore")).Select(line => line.TrimEnd('/')).ToList();
        var found = new DirectoryInfo(folder).EnumerateFileSystemInfos().Select(entry => entry.Name).Where(name => !ignored.Any(line => FileSystemName.MatchesSimpleExpression(line, name))).ToList();
        return
        [
            .. found.Except(Contents).Select(name => $"{name} stands in the root: documentation lives beside what it explains, and what is generated in an ignored folder."),
            .. Contents.Except(found).Select(name => $"{name} is missing in the root."),
        ];
    }
}
