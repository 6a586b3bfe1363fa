using System.Reflection;

namespace IJJO.Platform.Testing;

/// <summary>The folders that tests need.</summary>
public static class TestPlaces
{
    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = Metadata("RepositoryRoot");

    /// <summary>The built host, with the modules beside it.</summary>
    public static string HostFolder { get; } = Metadata("HostFolder");

    /// <summary>The built folder of a module.</summary>
    /// <param name="key">The module's key.</param>
    /// <returns>The folder.</returns>
    public static string ModuleFolder(string key) => Path.Combine(HostFolder, "modules", key);

    /// <summary>The built folder of a module below <c>tests/fixtures/modules</c>.</summary>
    /// <param name="name">Its folder's name.</param>
    /// <returns>The folder.</returns>
    public static string Fixture(string name) =>
        Path.Combine(Repository, "tests", "fixtures", "modules", name, "bin", Path.GetFileName(Path.GetDirectoryName(HostFolder))!, Path.GetFileName(HostFolder));

    private static string Metadata(string key) =>
        typeof(TestPlaces).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
