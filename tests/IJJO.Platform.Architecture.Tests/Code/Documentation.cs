using System.Reflection;
using System.Xml.Linq;

namespace IJJO.Platform.Architecture.Tests.Code;

/// <summary>Who writes a module has the documentation file of the surface and no source, so each type and each capability in it shows its use.</summary>
internal static class Documentation
{
    /// <summary>Names what has no example. That every member has a summary is the compiler's warning CS1591.</summary>
    internal static IEnumerable<string> WithoutExample(Assembly assembly)
    {
        var shown = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(member => !string.IsNullOrWhiteSpace((string?)member.Element("example")?.Element("code")))
            .Select(member => ((string)member.Attribute("name")!).Split('(')[0])
            .ToHashSet();
        return Documented(assembly).Where(name => !shown.Contains(name)).Select(name => $"{name[2..]} of {assembly.GetName().Name} has no <example><code>.");
    }

    // Names as the compiler writes them: ECMA-334, annex D.4.2. What begins with an underscore is the Razor compiler's.
    private static IEnumerable<string> Documented(Assembly assembly) =>
        from type in assembly.GetExportedTypes()
        where !type.IsEnum && !type.Name.StartsWith('_')
        let name = type.FullName!.Replace('+', '.')
        from documented in Capabilities(type).Select(method => $"M:{name}.{method.Name}{(method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "")}").Prepend($"T:{name}")
        select documented;

    private static IEnumerable<MethodInfo> Capabilities(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(IModuleBuilder));
}
