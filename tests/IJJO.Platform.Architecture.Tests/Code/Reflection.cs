using Mono.Cecil;

namespace IJJO.Platform.Architecture.Tests.Code;

/// <summary>Code that looks for members and makes types while it runs, which no compiler checks. The loader and the OData service live by it.</summary>
internal static class Reflection
{
    /// <summary>The other types that do so, each with the reason.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["IJJO.Platform.Boards.ActionRunner"] = "fills a command whose type a board has declared",
        ["IJJO.Platform.Boards.BoardReaders"] = "makes the reader of a row class that a board has declared, and asks whether a module keeps what is personal",
        ["IJJO.Platform.Boards.ExportRows"] = "makes the reader of a row class that a board has declared",
        ["IJJO.Platform.Data.SchemaHistory"] = "finds the names of migrations without building a model, which takes most of a start",
        ["IJJO.Platform.Web.FormBinder"] = "makes the command that a page named, as Blazor's own binder does",
        ["IJJO.Platform.Web.FormValues"] = "shows the record that a page named",
    };

    private static readonly string[] Places = ["IJJO.Platform.Loading.", "IJJO.Platform.OData."];

    private static readonly Dictionary<string, string[]> Members = new()
    {
        ["System.Type"] = ["GetMethod", "GetMethods", "GetProperty", "GetProperties", "GetField", "GetFields", "GetConstructor", "GetConstructors", "GetMember", "GetMembers", "InvokeMember", "MakeGenericType"],
        ["System.Activator"] = ["CreateInstance"],
        ["System.Reflection.Assembly"] = ["GetTypes", "GetExportedTypes", "GetType"],
        ["System.Reflection.MethodInfo"] = ["MakeGenericMethod"],
        ["System.Reflection.MethodBase"] = ["Invoke"],
        ["System.Reflection.ConstructorInfo"] = ["Invoke"],
        ["System.Reflection.PropertyInfo"] = ["GetValue", "SetValue"],
        ["System.Reflection.FieldInfo"] = ["GetValue", "SetValue"],
    };

    internal static IEnumerable<string> Used(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        return
        [
            .. from call in Il.Calls(assembly)
               where Members.TryGetValue(call.Called.DeclaringType.FullName, out var members) && members.Contains(call.Called.Name)
               // "new T()" is compiled to the generic one.
               where call.Called is not GenericInstanceMethod { Name: "CreateInstance" }
               let type = Il.Outermost(call.Caller.DeclaringType)
               where !Places.Any(place => type.StartsWith(place, StringComparison.Ordinal))
               select $"{type} calls {Il.NameOf(call.Called)}: reflection belongs into Loading and OData.",
        ];
    }
}
