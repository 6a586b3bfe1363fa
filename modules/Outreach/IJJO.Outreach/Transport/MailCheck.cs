using IJJO.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace IJJO.Outreach.Transport;

/// <summary>Keeps a host from starting that could not send mail.</summary>
internal sealed class MailCheck(MailSettings settings, IHostEnvironment environment) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        settings.Problem(environment) is { } problem ? throw new PlatformStartException(problem) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Where mails go as files while there is no mail server.</summary>
internal sealed class MailboxFolder(MailSettings settings, IConfiguration configuration, IHostEnvironment environment)
{
    internal string Path => System.IO.Path.GetFullPath(
        settings.Folder ?? System.IO.Path.Combine(configuration["Platform:DataFolder"] ?? ".data", "mail"), environment.ContentRootPath);

    /// <summary>Whether the mailbox page may show it.</summary>
    internal bool IsShown => environment.IsDevelopment() && settings.UsesFolder;
}
