using System.Security.Cryptography;
using System.Text;
using IJJO.Platform.Postgres.Binaries;
using IJJO.Platform.Postgres.Commands;

namespace IJJO.Platform.Postgres.Cluster;

/// <summary>Makes a data directory. It gets its name when it is complete, so a half-made one is never taken for a database.</summary>
internal sealed class Initialiser(PostgresBinaries binaries, Launcher launcher)
{
    public const string PasswordFile = "ijjo.password";
    private const string Unfinished = ".unfinished-";

    /// <summary>A template is copied often, and the first file of the write-ahead log (16 MB otherwise) is a third of it.</summary>
    private const string SmallLog = "--wal-segsize=1";

    public async Task MakeAsync(string data, string? templates, CancellationToken cancel)
    {
        var root = Path.GetDirectoryName(data)!;
        foreach (var leftover in Directory.EnumerateDirectories(root, $"{Path.GetFileName(data)}{Unfinished}*")) OwnFolder.Remove(leftover);

        if (templates is null || OperatingSystem.IsWindows())
            await BuildAsync(data, (unfinished, stop) => InitdbAsync(unfinished, [], stop), cancel);
        else
        {
            var template = await TemplateAsync(templates, cancel);
            await BuildAsync(data, (unfinished, stop) => CopyAsync(template, unfinished, stop), cancel);
        }
    }

    private async Task<string> TemplateAsync(string templates, CancellationToken cancel)
    {
        OwnFolder.Make(templates);
        var recipe = string.Join('\n', [binaries.Folder, launcher.Account?.Name, SmallLog, Settings.FileName, .. InitdbArguments("")]);
        var template = Path.Combine(templates, $"{binaries.Version}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(recipe)))[..12]}");
        if (!Directory.Exists(template)) await BuildAsync(template, (unfinished, stop) => InitdbAsync(unfinished, [SmallLog], stop), cancel);
        return template;
    }

    private async Task BuildAsync(string target, Func<string, CancellationToken, Task> fill, CancellationToken cancel)
    {
        var unfinished = $"{target}{Unfinished}{Guid.NewGuid():N}";
        Directory.CreateDirectory(unfinished);
        try
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            launcher.Account?.Own(unfinished);
            await fill(unfinished, cancel);
            Directory.Move(unfinished, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another test run has finished the same template.
            OwnFolder.Remove(unfinished);
        }
        catch
        {
            OwnFolder.Remove(unfinished);
            throw;
        }
    }

    private async Task CopyAsync(string template, string unfinished, CancellationToken cancel)
    {
        var copy = await launcher.Tool("cp", "-R", template + "/.", unfinished).RunAsync(cancel);
        if (!copy.Succeeded) throw new EmbeddedPostgresException($"The PostgreSQL template '{template}' cannot be copied ({copy.LastLine}): remove it and try again.");
    }

    private async Task InitdbAsync(string unfinished, string[] more, CancellationToken cancel)
    {
        Task<CommandResult> Initdb(string locale, string pwfile) =>
            launcher.Tool(binaries.Initdb, ["--pgdata", unfinished, "--pwfile", pwfile, .. more, .. InitdbArguments(locale)]).RunAsync(cancel);


        var passwordFile = unfinished + ".password";
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await File.WriteAllTextAsync(passwordFile, password, cancel);
        try
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(passwordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            launcher.Account?.Own(passwordFile);
            var made = await Initdb("C.UTF-8", passwordFile);
            // Not every system has that locale; PostgreSQL 17 and later bring their own.
            if (!made.Succeeded && made.Output.Contains("invalid locale")) made = await Initdb("C", passwordFile);
            if (!made.Succeeded) throw new EmbeddedPostgresException($"PostgreSQL {binaries.Version} could not make its data folder: {made.LastLine}");

            File.Move(passwordFile, Path.Combine(unfinished, PasswordFile));
            // Not include_if_exists: a file that cannot be read would be passed over, and the server would listen on the default port.
            await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"), $"\ninclude = '{Settings.FileName}'\n", cancel);
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    private IReadOnlyList<string> InitdbArguments(string locale) =>
    [
        "--username=postgres", "--encoding=UTF8", "--auth-local=trust", "--auth-host=scram-sha-256", "--no-sync", "--no-instructions",
        .. binaries.Major >= 17 ? (string[])["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"] : [$"--locale={locale}"],
        "--lc-messages=C",
    ];
}
