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

    private static string Metadata(string key) =>
        typeof(TestPlaces).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key).Value!;
}
