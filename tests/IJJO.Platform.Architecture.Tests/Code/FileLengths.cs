namespace IJJO.Platform.Architecture.Tests.Code;

/// <summary>A file that does not fit a reader's head is two files.</summary>
internal static class FileLengths
{
    internal const int Most = 150;

    private static readonly string[] Written = [".cs", ".razor", ".ts"];
    private static readonly string[] NotWritten = ["bin", "obj", "node_modules", "Migrations", "wwwroot"];

    internal static IEnumerable<string> TooLong(string folder) =>
        from path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        where Written.Contains(Path.GetExtension(path)) && !path.Split(Path.DirectorySeparatorChar).Intersect(NotWritten).Any()
        let lines = File.ReadLines(path).Count()
        where lines > Most
        select $"{Path.GetFileName(path)} has {lines} lines; {Most} are the most.";
}
