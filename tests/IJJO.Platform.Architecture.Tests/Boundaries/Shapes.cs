using IJJO.Platform.Architecture.Tests.Code;
using Mono.Cecil;

namespace IJJO.Platform.Architecture.Tests.Boundaries;

/// <summary>How types are made, from the metadata of assemblies.</summary>
internal static class Shapes
{
    /// <summary>The names that say nothing and may all the same, each with the reason.</summary>
    internal static readonly IReadOnlyDictionary<string, string> NamedAllTheSame = new Dictionary<string, string>
    {
        ["IJJO.Platform.OData.ODataService"] = "what the standard calls a service",
    };

    /// <summary>The types that ask the container by themselves, each with the reason.</summary>
    internal static readonly IReadOnlyDictionary<string, string> AskingAllTheSame = new Dictionary<string, string>
    {
        ["IJJO.Platform.Home.WaitingDuties"] = "asks those whom the modules have declared",
        ["IJJO.Platform.Web.TimeText"] = "a page of a test has no clock, and then the system's is right",
    };

    private static readonly string[] Empty = ["Service", "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities"];

    // Commands, contexts and handlers of a set are types of modules, known when it is asked.
    private static readonly string[] AskersOfDeclaredTypes = ["IJJO.Platform.OData.", "IJJO.Platform.Boards."];

    /// <summary>A class is sealed unless another one of ours derives from it. Components, migrations and the program are as compilers and EF Core write them.</summary>
    internal static IEnumerable<string> Open(IReadOnlyCollection<string> paths)
    {
        var classes = paths.SelectMany(path => Read(path, type => type is { IsClass: true, IsAbstract: false, IsSealed: false, IsValueType: false } && !IsGenerated(type), type => type.FullName)).ToList();
        var bases = paths.SelectMany(path => Read(path, type => type.BaseType is not null, type => type.BaseType.GetElementType().FullName)).ToHashSet();
        return classes.Where(name => !bases.Contains(name)).Select(name => $"{name} is not sealed, and nothing derives from it.");
    }

    /// <summary>A name that fits everything tells nothing.</summary>
    internal static IEnumerable<string> EmptyNames(string path) => Read(
        path, type => Empty.Any(end => type.Name.Split('`')[0].EndsWith(end, StringComparison.Ordinal)), type => $"{type.FullName} has a name that fits everything: say what it is or does.");

    /// <summary>What a type needs stands in its constructor.</summary>
    internal static IEnumerable<string> ServiceLocators(string path) => Read(
        path,
        type => !AskersOfDeclaredTypes.Any(place => type.FullName.StartsWith(place, StringComparison.Ordinal))
            && (type.Methods.Any(method => method.IsConstructor && method.Parameters.Any(parameter => IsContainer(parameter.ParameterType)))
                || type.Properties.Any(property => IsContainer(property.PropertyType) && property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "InjectAttribute"))),
        type => $"{type.FullName} is given the container: ask for what it needs.");

    private static bool IsContainer(TypeReference type) => type.FullName == typeof(IServiceProvider).FullName;

    private static bool IsGenerated(TypeDefinition type) =>
        type.Name == "_Imports" || type.Methods.Any(method => method.Name is "BuildRenderTree" or "<Main>$")
        || type.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "MigrationAttribute" or "DbContextAttribute");

    private static IReadOnlyList<string> Read(string path, Func<TypeDefinition, bool> where, Func<TypeDefinition, string> say)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        return [.. Il.Written(assembly).Where(where).Select(say)];
    }
}
