using System.Text.RegularExpressions;

namespace IJJO.Platform.Postgres.Server;

/// <summary>Makes the one sentence that helps out of what the server wrote before it gave up.</summary>
internal static partial class StartFailure
{
    public static EmbeddedPostgresException From(string lines, string data)
    {
        if (lines.Contains("could not bind") && lines.Contains("Address already in use") || lines.Contains("Only one usage of each socket address"))
        {
            var port = PortHint().Match(lines).Groups[1].Value;
            return new($"Port {port} on 127.0.0.1, which is set for the embedded PostgreSQL, is taken: stop the program that uses it, or set another port (0 for a free one).")
            {
                PortIsTaken = true,
            };
        }

        var told = string.Join("; ", Reasons().Matches(lines).Select(match => match.Groups[1].Value.Trim()));
        var reason = told.Length > 0 ? told : lines.Split('\n').LastOrDefault(line => line.Length > 0) ?? "it wrote nothing";
        return new($"PostgreSQL could not start with the data in '{data}': {reason}");
    }

    [GeneratedRegex(@"(?:running on port|bind IPv4 address ""127\.0\.0\.1"", port) (\d+)")]
    private static partial Regex PortHint();

    /// <summary>What is wrong with a setting stands in lines of level LOG, before the fatal one.</summary>
    [GeneratedRegex(@"(?:FATAL:|PANIC:|LOG:\s+(?=invalid value|unrecognized|parameter|syntax error))\s*(.+)")]
    private static partial Regex Reasons();
}
