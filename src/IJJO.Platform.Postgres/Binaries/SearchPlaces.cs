using System.Text.RegularExpressions;

namespace IJJO.Platform.Postgres.Binaries;

/// <summary>Where binaries may be on this machine, in the order of preference, and the npm that may download them.</summary>
internal sealed partial record SearchPlaces(IReadOnlyList<string> Path, IReadOnlyList<string> Distribution, string Npm)
{
    public static SearchPlaces OfThisMachine() => new(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        [.. DistributionFolders()],
        "npm");

    private static IEnumerable<string> DistributionFolders() =>
    [
        .. Below("/usr/lib/postgresql", "*", "bin"),
        .. Below("/usr", "pgsql-*", "bin"),
        .. Below("/opt/homebrew/opt", "postgresql*", "bin"),
        .. Below("/usr/local/opt", "postgresql*", "bin"),
        .. Below("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
        .. Below("/Library/PostgreSQL", "*", "bin"),
        .. Below(System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*", "bin"),
    ];

    /// <summary>Newest version first.</summary>
    internal static IEnumerable<string> Below(string parent, string pattern, string inner) => !Directory.Exists(parent) ? [] :
        Directory.EnumerateDirectories(parent, pattern)
            .OrderByDescending(folder => int.TryParse(Digits().Match(System.IO.Path.GetFileName(folder)).Value, out var major) ? major : 0)
            .Select(folder => System.IO.Path.Combine(folder, inner));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
