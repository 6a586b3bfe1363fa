using Mono.Cecil;

namespace IJJO.Platform.Architecture.Tests.Code;

/// <summary>What is static is shared by all requests, all tests and all modules of a process, so it never changes.</summary>
internal static class StaticState
{
    private static readonly string[] Growing = ["Dictionary`2", "List`1", "Queue`1", "Stack`1", "ConditionalWeakTable`2"];

    internal static IEnumerable<string> In(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        return
        [
            .. from type in Il.Written(assembly)
               from field in type.Fields
               where field is { IsStatic: true, IsLiteral: false } && (!field.IsInitOnly || Grows(field.FieldType))
               select $"{type.FullName} keeps state in the static {field.Name.Replace("<", "", StringComparison.Ordinal).Split('>')[0]}: let the container hold it in a singleton.",
        ];
    }

    private static bool Grows(TypeReference type) => type.Namespace == "System.Collections.Concurrent" || Growing.Contains(type.GetElementType().Name);
}
