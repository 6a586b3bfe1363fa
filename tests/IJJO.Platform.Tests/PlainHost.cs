using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests;

/// <summary>A host without modules, shared by the tests of a class.</summary>
public sealed class PlainHost : IAsyncLifetime
{
    public TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync([]);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
