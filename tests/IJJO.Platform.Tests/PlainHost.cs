using IJJO.Platform.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Tests;

/// <summary>A host without modules, shared by the tests of a class. Below each language it has one address where something goes wrong.</summary>
public sealed class PlainHost : IAsyncLifetime
{
    internal const string Stumble = "/stumble";
    internal const string Secret = "The password is swordfish.";

    public TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Host = await TestHost.StartAsync([], configure: builder => builder.Services.AddSingleton<IStartupFilter, Stumbling>());

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Stands behind everything of the site, where an address comes that nothing of it has taken.</summary>
    private sealed class Stumbling : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Use((context, rest) => context.Request.Path.Value!.EndsWith(Stumble, StringComparison.Ordinal) ? throw new InvalidOperationException(Secret) : rest(context));
        };
    }
}
