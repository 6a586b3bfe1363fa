using System.Runtime.CompilerServices;
using IJJO.Platform.Postgres.Commands;

namespace IJJO.Platform.Postgres.Binaries;

/// <summary>Looks for binaries: the setting, PATH, the distribution's folders, the npm package.</summary>
internal sealed class BinarySearch(SearchPlaces places, string? setting, NpmBinaries npm, Launcher launcher)
{
    /// <summary>The first binaries that can open the data (of <paramref name="major"/>, when there is data already).</summary>
    public async Task<PostgresBinaries> FindAsync(int? major, string dataFolder, CancellationToken cancel)
    {
        if (setting is not null)
        {
            var chosen = await PostgresBinaries.InspectAsync(setting, launcher, cancel) ?? throw new EmbeddedPostgresException(
                $"The folder '{setting}' that is set for the PostgreSQL binaries must hold postgres, initdb and pg_ctl of version {PostgresBinaries.OldestMajor} or later"
                + $"{(launcher.Account is { } account ? $", and the user '{account.Name}' must be able to run them" : "")}: correct the setting or remove it.");
            return major is null || chosen.Major == major ? chosen : throw OtherMajor(major.Value, dataFolder, chosen);
        }

        PostgresBinaries? other = null;
        await foreach (var found in InstalledAsync(cancel))
        {
            if (major is null || found.Major == major) return found;
            other ??= found;
        }

        // With data of a major version that neither this machine nor the package has, a download would be in vain.
        if (major is not null && major != NpmBinaries.Major)
            throw OtherMajor(major.Value, dataFolder, other);
        return await npm.GetAsync(places.Npm, launcher, cancel);
    }

    private async IAsyncEnumerable<PostgresBinaries> InstalledAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var folder in places.Path.Concat(places.Distribution))
            if (await PostgresBinaries.InspectAsync(folder, launcher, cancel) is { } found)
                yield return found;
    }

    private static EmbeddedPostgresException OtherMajor(int major, string dataFolder, PostgresBinaries? found) => new(
        $"The data in '{dataFolder}' was made by PostgreSQL {major}, but {(found is null ? "that version was not found" : $"the PostgreSQL in '{found.Folder}' is version {found.Version}")}: "
        + $"{(major < PostgresBinaries.OldestMajor ? $"bring the data over with pg_dump of version {major}" : $"install PostgreSQL {major}")}, or move the folder away to start with an empty database.");
}
