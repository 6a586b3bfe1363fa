using System.Runtime.CompilerServices;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IJJO.Platform.Architecture.Tests.Code;

/// <summary>The calls in the code of an assembly.</summary>
internal static class Calls
{
    private static readonly Dictionary<string, string> Instead = new()
    {
        ["System.DateTime.get_Now"] = "ask TimeProvider",
        ["System.DateTime.get_UtcNow"] = "ask TimeProvider",
        ["System.DateTime.get_Today"] = "ask TimeProvider",
        ["System.DateTimeOffset.get_Now"] = "ask TimeProvider",
        ["System.DateTimeOffset.get_UtcNow"] = "ask TimeProvider",
        ["System.Threading.Thread.Sleep"] = "await Task.Delay",
        ["System.Threading.Tasks.Task.Wait"] = "await it",
        ["System.Threading.Tasks.Task.WaitAll"] = "await Task.WhenAll",
        ["System.Threading.Tasks.Task.WaitAny"] = "await Task.WhenAny",
        ["System.Threading.Tasks.Task`1.get_Result"] = "await it",
        ["System.Threading.Tasks.ValueTask`1.get_Result"] = "await it",
        ["System.Runtime.CompilerServices.TaskAwaiter.GetResult"] = "await it",
        ["System.Runtime.CompilerServices.TaskAwaiter`1.GetResult"] = "await it",
    };

    /// <summary>The machine's clock, sleeping and blocking on tasks.</summary>
    internal static IEnumerable<string> Forbidden(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        var found = new List<string>();
        foreach (var (caller, _, called) in Il.Calls(assembly))
        {
            var name = Il.NameOf(called);
            // "await" itself calls GetResult, in the state machine that the compiler writes, and so does the "Main" around an asynchronous one.
            if (called.Name == "GetResult" && (caller.Name == "<Main>" || caller.DeclaringType.Interfaces.Any(i => i.InterfaceType.Name == nameof(IAsyncStateMachine)))) continue;
            if (Instead.TryGetValue(name, out var instead)) found.Add($"{Il.Outermost(caller.DeclaringType)} calls {name.Replace("get_", "", StringComparison.Ordinal)}: {instead}.");
        }

        return found;
    }

    /// <summary>
    /// The codes of refusals and field errors that stand in the code as literals. Their argument arrays are made just after the code is loaded.
    /// </summary>
    internal static IReadOnlyList<(string Type, string Code)> ResultCodes(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        return
        [
            .. from call in Il.Calls(assembly)
               where call.Called is { Name: nameof(Result.Refused), DeclaringType.Name: nameof(Result) } or { Name: ".ctor", DeclaringType.Name: nameof(FieldError) }
               let code = LiteralBeforeArguments(call.Instruction)
               where code is not null
               select (Il.Outermost(call.Caller.DeclaringType), code),
        ];
    }

    private static string? LiteralBeforeArguments(Instruction call)
    {
        var array = call.Previous;
        while (array is not null && !IsArgumentArray(array)) array = array.Previous;
        var code = array?.Previous;
        while (code is not null && code.OpCode.Name.StartsWith("ldc.", StringComparison.Ordinal)) code = code.Previous;
        return code?.Operand as string;
    }

    private static bool IsArgumentArray(Instruction instruction) =>
        instruction is { OpCode.Code: Mono.Cecil.Cil.Code.Newarr, Operand: TypeReference { FullName: "System.Object" } }
        or { OpCode.Code: Mono.Cecil.Cil.Code.Call, Operand: MethodReference { Name: "Empty", DeclaringType.FullName: "System.Array" } };
}
