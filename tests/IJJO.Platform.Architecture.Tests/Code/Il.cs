using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IJJO.Platform.Architecture.Tests.Code;

/// <summary>What the compiler has made of the code.</summary>
internal static class Il
{
    /// <summary>All calls. A member in an expression tree is loaded as a token, not called: EF Core makes the database's clock of it.</summary>
    internal static IEnumerable<(MethodDefinition Caller, Instruction Instruction, MethodReference Called)> Calls(AssemblyDefinition assembly) =>
        from type in assembly.MainModule.GetTypes()
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where instruction.OpCode.Code is Mono.Cecil.Cil.Code.Call or Mono.Cecil.Cil.Code.Callvirt or Mono.Cecil.Cil.Code.Newobj
        select (method, instruction, (MethodReference)instruction.Operand);

    /// <summary>The types that a person has written.</summary>
    internal static IEnumerable<TypeDefinition> Written(AssemblyDefinition assembly) =>
        assembly.MainModule.GetTypes().Where(type => !type.FullName.Contains('<', StringComparison.Ordinal));

    internal static string NameOf(MethodReference called) => $"{called.DeclaringType.GetElementType().FullName}.{called.Name}";

    /// <summary>The type as it stands in the source: closures and state machines are nested in it.</summary>
    internal static string Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type.FullName;
}
