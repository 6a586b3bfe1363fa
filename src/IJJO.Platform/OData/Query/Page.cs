namespace IJJO.Platform.OData;

/// <summary>The rows of one page.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Count">How many rows the filter has over all pages, where that was asked for.</param>
/// <param name="Next">Where the next page starts, if there is one.</param>
internal sealed record Page<TRow>(IReadOnlyList<TRow> Rows, long? Count, NextPage? Next);

/// <summary>Where the next page starts.</summary>
/// <param name="SkipToken">After this row; <c>null</c> where the order cannot be expressed by values.</param>
/// <param name="Skip">The number of rows before it, in that case.</param>
/// <param name="Top">How many of the asked rows are left.</param>
internal sealed record NextPage(string? SkipToken, int? Skip, int? Top);
