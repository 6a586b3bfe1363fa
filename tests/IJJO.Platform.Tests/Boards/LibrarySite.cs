using IJJO.Platform.Testing;
using IJJO.Platform.Tests.Boards;

[assembly: AssemblyFixture(typeof(LibrarySite))]

namespace IJJO.Platform.Tests.Boards;

/// <summary>The host with one module that has one entity set.</summary>
public sealed class LibrarySite : IAsyncLifetime
{
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync([TestPlaces.Fixture("Library")]);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public TestBrowser Reader(params string[] permissions) => _host.Browser(TestPerson.Staff("Ana Roca", permissions.Length > 0 ? permissions : ["library.read", "library.lend", "platform.cases.read"]));

    public TestHost Host => _host;

    public TestBrowser Visitor() => _host.Browser();
}
