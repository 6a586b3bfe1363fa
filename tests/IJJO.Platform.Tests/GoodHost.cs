using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests;

/// <summary>A host with the fixture module that does nothing wrong, shared by the tests of a class.</summary>
public sealed class GoodHost : IAsyncLifetime
{
    public TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync([TestPlaces.Fixture("Good")]);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
