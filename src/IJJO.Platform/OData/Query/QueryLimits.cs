namespace IJJO.Platform.OData;

/// <summary>What one request may ask for.</summary>
internal static class QueryLimits
{
    public const int PageSize = 100;
    public const int MaxTop = 1_000;
    public const int MaxSkip = 10_000;
    public const int MaxInList = 100;
    public const int MaxNodes = 300;
    public const int MaxOrderBy = 8;
    public const int MaxExpression = 32_768;
    public const int MaxExpandDepth = 2;
    public const int MaxExpandedPaths = 8;
    public const int MaxExpandedRows = 5_000;
    public const int MaxBodyBytes = 1 << 20;
    public const int MaxBatchRequests = 50;

    /// <summary>Npgsql cancels the statement on the server when it takes longer.</summary>
    public static readonly TimeSpan StatementTimeout = TimeSpan.FromSeconds(3);
}
