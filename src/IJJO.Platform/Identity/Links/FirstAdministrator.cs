using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IJJO.Platform.Identity;

/// <summary>
/// As long as nobody can administer the site, each start prints a link that makes one administrator. There is no default password: whoever
/// reads the console of the first start is the one who may begin.
/// </summary>
internal sealed class FirstAdministrator(IServiceScopeFactory scopes, ILogger<FirstAdministrator> log) : IHostedLifecycleService
{
    // The address is known once the server listens.
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        if (await ExistsAsync(db, cancellationToken)) return;
        var link = await scope.ServiceProvider.GetRequiredService<StaffLinks>().CreateAsync(StaffLinkPurpose.FirstAdministrator, null, cancellationToken);
        // On the console and not through the log: logs are collected and kept, and this address is a secret.
        await Console.Out.WriteLineAsync($"""

              Nobody administers this site yet. Open this address within 24 hours to make the first administrator:
              {link}

            """);
        log.LogInformation("A link that makes the first administrator was printed on the console");
    }

    internal static Task<bool> ExistsAsync(IdentityDb db, CancellationToken cancel) => (
        from account in db.Users
        join membership in db.UserRoles on account.Id equals membership.UserId
        join role in db.Roles on membership.RoleId equals role.Id
        where account.IsActive && role.Name == Roles.Administrator
        select account).AnyAsync(cancel);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
