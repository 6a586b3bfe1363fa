namespace IJJO.Platform;

/// <summary>Small reference data held in memory. It is read before the host is ready and again every minute, so that several hosts agree.</summary>
internal interface ISnapshot
{
    Task RefreshAsync(CancellationToken cancel);
}
