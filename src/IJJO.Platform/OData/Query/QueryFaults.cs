using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IJJO.Platform.OData;

/// <summary>Tells a question that PostgreSQL cannot answer (400) from a server that is in trouble (500).</summary>
internal static partial class QueryFaults
{
    public static async Task<T> Guard<T>(ILogger log, Func<Task<T>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception fault) when (Translate(fault) is { } answer)
        {
            Refused(log, answer.Code, fault);
            throw answer;
        }
    }

    public static ODataFault? Translate(Exception fault) => fault switch
    {
        // EF Core wraps what it takes for passing trouble of the connection.
        InvalidOperationException { InnerException: NpgsqlException inner } => Translate(inner),
        _ when IsCut(fault) => new(StatusCodes.Status400BadRequest, "too-expensive") { Arguments = [QueryLimits.StatementTimeout.TotalSeconds] },
        // Class 22 is bad data (division by zero, a number out of range), class 42 an operator or function that these types do not have.
        PostgresException { SqlState: ['2', '2', ..] or ['4', '2', ..] or ['5', '4', ..] } => NotComputable(),
        DbUpdateException or NpgsqlException or ObjectDisposedException or OperationCanceledException => null,
        // EF Core and the library's binders say in these ways that an expression has no translation.
        InvalidOperationException or NotSupportedException or NotImplementedException or InvalidCastException or ArgumentException or FormatException
            or OverflowException or NullReferenceException or KeyNotFoundException => NotComputable(),
        _ => null,
    };

    /// <summary>Whether a statement was broken off since it took too long.</summary>
    public static bool IsCut(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } or NpgsqlException { InnerException: TimeoutException }
        || fault is InvalidOperationException { InnerException: NpgsqlException inner } && IsCut(inner);

    private static ODataFault NotComputable() => ODataFault.BadRequest("not-computable");

    [LoggerMessage(LogLevel.Information, "An OData query was refused ({Code}).")]
    private static partial void Refused(ILogger log, string code, Exception fault);
}
