using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace IJJO.Platform;

/// <summary>Says on the console of a development host where to look.</summary>
internal sealed class Addresses(ISite site, EndpointDataSource endpoints) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string> { $"  The site:  {site.Address("/")}", $"  Staff:     {site.Address("/staff")}", $"  OData:     {site.Address("/odata")}" };
        lines.AddRange(ForDevelopers(endpoints).Select(path => $"  Dev:       {site.Address(path)}"));
        await Console.Out.WriteLineAsync($"\n{string.Join('\n', lines)}\n");
    }

    /// <summary>The pages that modules have for developers only, such as the one with the mails that would have been sent.</summary>
    internal static IEnumerable<string> ForDevelopers(EndpointDataSource endpoints) => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.Parameters.Count == 0)
        .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))
        .Where(path => path.StartsWith("/dev/", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
