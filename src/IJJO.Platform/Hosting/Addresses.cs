using Microsoft.Extensions.Hosting;

namespace IJJO.Platform;

/// <summary>Says on the console of a development host where to look.</summary>
internal sealed class Addresses(ISite site, IModuleCatalog catalog) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var lines = new List<string> { $"  The site:  {site.Address("/")}", $"  Staff:     {site.Address("/staff")}", $"  OData:     {site.Address("/odata")}" };
        if (catalog.Running.Any(m => m.Key == "outreach")) lines.Add($"  Mailbox:   {site.Address("/dev/mail")}");
        await Console.Out.WriteLineAsync($"\n{string.Join('\n', lines)}\n");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
