namespace IJJO.Platform.OData.Tests;

/// <summary>The whole proof takes long; every run of the suite makes a part of it, from the same seeds.</summary>
internal static class Effort
{
    internal static bool IsWhole { get; } = Environment.GetEnvironmentVariable("ODATA_WHOLE") == "1";
}
