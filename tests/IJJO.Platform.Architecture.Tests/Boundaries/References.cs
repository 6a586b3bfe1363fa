using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using IJJO.Platform.Testing;
using Microsoft.AspNetCore.Builder;

namespace IJJO.Platform.Architecture.Tests.Boundaries;

/// <summary>What an assembly refers to, from its metadata; none of its code is loaded for it.</summary>
internal static class References
{
    private static readonly string[] OfTheHostOnly = ["Hangfire", "Microsoft.AspNetCore.OData", "Microsoft.OData"];

    /// <summary>A module knows the surface, the interface kit and contracts; never the engine, its servers or another module's implementation.</summary>
    internal static IEnumerable<string> Forbidden(string path)
    {
        var self = Path.GetFileNameWithoutExtension(path);
        foreach (var name in Of(path))
        {
            if (name is "IJJO.Platform.Abstractions" or "IJJO.Platform.Web" || name == self) continue;
            if (OfTheHostOnly.Any(server => name == server || name.StartsWith(server + ".", StringComparison.Ordinal)))
            {
                yield return $"{self} references {name}, which belongs to the host: declare jobs and entity sets instead.";
            }
            else if (name.StartsWith("IJJO.Platform", StringComparison.Ordinal))
            {
                yield return $"{self} references {name}, the engine: a module knows Abstractions and Web only.";
            }
            else if (name.StartsWith("IJJO.", StringComparison.Ordinal) && !name.EndsWith(".Contracts", StringComparison.Ordinal))
            {
                yield return $"{self} references {name}, another module's implementation: use its Contracts, or a record of your own with the event's name.";
            }
        }
    }

    /// <summary>The host finds its modules in folders. A reference to one would load it by another path than anybody's, even where nothing of it is used.</summary>
    internal static IEnumerable<string> ToModules(string path) =>
        from name in Of(path).Concat(Libraries(Path.ChangeExtension(path, ".deps.json"))).Distinct()
        where name.StartsWith("IJJO.", StringComparison.Ordinal) && !name.StartsWith("IJJO.Platform", StringComparison.Ordinal) && name != Path.GetFileNameWithoutExtension(path)
        select $"{Path.GetFileNameWithoutExtension(path)} references {name}, a module: the host knows modules by their folders only.";

    /// <summary>Contracts refer to Abstractions, whose attribute names the events, and to nothing else of ours.</summary>
    internal static IEnumerable<string> ForbiddenInContracts(string path) =>
        from name in Of(path)
        where name != "IJJO.Platform.Abstractions" && !name.StartsWith("System.", StringComparison.Ordinal)
        select $"{Path.GetFileNameWithoutExtension(path)} references {name}: contracts need nothing but IJJO.Platform.Abstractions.";

    /// <summary>Two copies of one assembly are two different types of everything in it.</summary>
    internal static IEnumerable<string> PrivateCopies(string folder) =>
        from path in Directory.EnumerateFiles(folder, "*.dll")
        let name = Path.GetFileName(path)
        where HostHas(name)
        select $"The folder {Path.GetFileName(folder)} brings its own {name}, which the host has: reference it with ExcludeAssets=\"runtime\".";

    internal static IReadOnlyList<string> Of(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static IEnumerable<string> Libraries(string path)
    {
        if (!File.Exists(path)) return [];
        using var file = File.OpenRead(path);
        using var dependencies = JsonDocument.Parse(file);
        return [.. dependencies.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0])];
    }

    private static bool HostHas(string file) =>
        new[] { TestPlaces.HostFolder, FolderOf(typeof(object)), FolderOf(typeof(WebApplication)) }.Any(folder => File.Exists(Path.Combine(folder, file)));

    private static string FolderOf(Type type) => Path.GetDirectoryName(type.Assembly.Location)!;
}
