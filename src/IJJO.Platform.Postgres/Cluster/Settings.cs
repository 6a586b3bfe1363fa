using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IJJO.Platform.Postgres.Commands;

namespace IJJO.Platform.Postgres.Cluster;

/// <summary>The server's settings, written anew at each start, so that the options always hold.</summary>
internal static partial class Settings
{
    public const string FileName = "ijjo.conf";

    public static async Task WriteAsync(string data, EmbeddedPostgresOptions options, Endpoint endpoint, Account? account, CancellationToken cancel)
    {
        var settings = new Dictionary<string, string>
        {
            ["max_connections"] = options.MaxConnections.ToString(CultureInfo.InvariantCulture),
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            // initdb derives these from the size of the log's files, which is small in templates.
            ["min_wal_size"] = "80MB",
            ["max_wal_size"] = "1GB",
            ["logging_collector"] = "off",
            ["log_destination"] = "stderr",
        };
        foreach (var (name, value) in endpoint.Settings) settings[name] = value;
        // synchronous_commit stays on: without it an immediate restart loses commits that were already answered, and without fsync it costs next to nothing.
        if (!options.Durable) settings["fsync"] = settings["full_page_writes"] = "off";
        foreach (var (name, value) in options.Settings) settings[name] = value;

        var text = new StringBuilder("# Written at each start of the embedded server; changes belong into its options.\n");
        foreach (var (name, value) in settings)
        {
            if (!SettingName().IsMatch(name)) throw new EmbeddedPostgresException($"'{name}' is not the name of a PostgreSQL setting: correct it in the settings of the embedded server.");
            text.Append(CultureInfo.InvariantCulture, $"{name} = '{value.Replace("\\", "\\\\").Replace("'", "''")}'\n");
        }
        var file = Path.Combine(data, FileName);
        await File.WriteAllTextAsync(file, text.ToString(), cancel);
        account?.Own(file);
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.]*$")]
    private static partial Regex SettingName();
}
