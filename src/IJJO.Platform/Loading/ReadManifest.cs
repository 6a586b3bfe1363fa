using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace IJJO.Platform.Loading;

/// <summary>Finds the module's assembly in a folder and reads its manifest with <see cref="PEReader"/>.</summary>
internal static class ReadManifest
{
    private static readonly string Surface = typeof(IModule).Assembly.GetName().Name!;

    internal static ModuleManifest From(string folder)
    {
        var manifests = Directory.EnumerateFiles(folder, "*.dll")
            .Select(path => TryRead(folder, Inside(folder, path)))
            .OfType<ModuleManifest>()
            .ToList();
        return manifests switch
        {
            [var one] => one,
            [] => throw new ModuleRefusedException(
                "No assembly in this folder is a module. Put the published output of a module here: its assembly carries [assembly: Module(\"key\", \"Name\")]."),
            _ => throw new ModuleRefusedException(
                $"This folder holds several modules ({string.Join(", ", manifests.Select(m => m.Key))}). Give each its own folder."),
        };
    }

    private static string Inside(string folder, string path)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return Path.GetFullPath(target).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ModuleRefusedException(
                $"{Path.GetFileName(path)} leads out of the module's folder. Copy the file into the folder instead of linking to it.");
    }

    private static ModuleManifest? TryRead(string folder, string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        if (!image.HasMetadata) return null;
        var metadata = image.GetMetadataReader();
        if (!metadata.IsAssembly) return null;

        var attribute = metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .Where(a => IsModuleAttribute(metadata, a))
            .Cast<CustomAttribute?>()
            .FirstOrDefault();
        if (attribute is null) return null;

        var value = attribute.Value.DecodeValue(AttributeTypes.Instance);
        var dependsOn = value.NamedArguments.FirstOrDefault(a => a.Name == nameof(ModuleAttribute.DependsOn)).Value
            as System.Collections.Immutable.ImmutableArray<CustomAttributeTypedArgument<string>>?;
        return new ModuleManifest(
            folder, path, (string)value.FixedArguments[0].Value!, (string)value.FixedArguments[1].Value!,
            metadata.GetAssemblyDefinition().Version.ToString(3), [.. (dependsOn ?? []).Select(a => (string)a.Value!)], SurfaceVersion(metadata));
    }

    private static bool IsModuleAttribute(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference) return false;
        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference) return false;
        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return metadata.StringComparer.Equals(type.Name, nameof(ModuleAttribute))
            && metadata.StringComparer.Equals(type.Namespace, typeof(ModuleAttribute).Namespace!);
    }

    private static Version SurfaceVersion(MetadataReader metadata) =>
        metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .First(reference => metadata.StringComparer.Equals(reference.Name, Surface)).Version;

    /// <summary>Attribute arguments here are strings and arrays of strings only, so that a type is told by its name.</summary>
    private sealed class AttributeTypes : ICustomAttributeTypeProvider<string>
    {
        internal static readonly AttributeTypes Instance = new();

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();
        public string GetSystemType() => "System.Type";
        public string GetSZArrayType(string elementType) => elementType + "[]";
        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => "definition";
        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => "reference";
        public string GetTypeFromSerializedName(string name) => name;
        public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;
        public bool IsSystemType(string type) => type == "System.Type";
    }
}
