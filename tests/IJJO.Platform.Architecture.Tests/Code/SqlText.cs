using Mono.Cecil;
using Mono.Cecil.Cil;

namespace IJJO.Platform.Architecture.Tests.Code;

/// <summary>SQL that is put together from pieces. What EF Core is handed so is the analyser's error EF1002; this is what Npgsql is handed.</summary>
internal static class SqlText
{
    private const string Schemas = "puts in the names of running modules' schemas, which cannot be parameters";

    /// <summary>The types that may, each with the reason.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["IJJO.Platform.Administration.FailedEvents"] = Schemas,
        ["IJJO.Platform.Administration.RetryEventHandler"] = Schemas,
        ["IJJO.Platform.Data.SchemaHistory"] = Schemas,
        ["IJJO.Platform.Events.EventHandling"] = Schemas,
        ["IJJO.Platform.Events.OutboxCleanup"] = Schemas,
        ["IJJO.Platform.Events.OutboxTable"] = Schemas,
        ["IJJO.Platform.Seeding.SampleSeeding"] = Schemas,
    };

    private static readonly string[] Pieces = ["System.Runtime.CompilerServices.DefaultInterpolatedStringHandler.ToStringAndClear", "System.String.Concat", "System.String.Format", "System.String.Join"];

    internal static IEnumerable<string> OfPieces(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        return
        [
            .. from call in Il.Calls(assembly)
               where TakesSql(call.Called) && BeforeLoads(call.Instruction) is { Operand: MethodReference made } && Pieces.Contains(Il.NameOf(made))
               select $"{Il.Outermost(call.Caller.DeclaringType)} hands {call.Called.DeclaringType.Name} SQL made of pieces: write $1 and give the value as a parameter.",
        ];
    }

    private static bool TakesSql(MethodReference called) =>
        called.Name == "set_CommandText" || called is { Name: "CreateCommand", Parameters.Count: > 0 }
        || called is { Name: ".ctor", DeclaringType.Name: "NpgsqlCommand" or "NpgsqlBatchCommand", Parameters.Count: > 0 };

    // Between the text and the call there may be further arguments: a connection, a token.
    private static Instruction BeforeLoads(Instruction call)
    {
        var before = call.Previous;
        while (IsLoad(before.OpCode) && before.Previous is { } earlier) before = earlier;
        return before;
    }

    private static bool IsLoad(OpCode code) => code.Code != Mono.Cecil.Cil.Code.Ldstr && code.Name.StartsWith("ld", StringComparison.Ordinal);
}
