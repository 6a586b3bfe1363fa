using System.ComponentModel;

namespace IJJO.Platform.Postgres.Commands;

/// <summary>Turns a PostgreSQL command into one that runs as the right user and, for the server, dies with this process.</summary>
internal sealed class Launcher(Account? account, bool canSupervise)
{
    public Account? Account => account;

    /// <summary>Whether a server can be tied to the life of this process (Linux with setpriv).</summary>
    public bool CanSupervise => canSupervise;

    public static async Task<Launcher> DetectAsync(CancellationToken cancel)
    {
        var account = Account.NeededHere();
        var canSupervise = OperatingSystem.IsLinux() && await HasSetprivAsync(cancel);
        if (account is not null && !canSupervise)
            throw new EmbeddedPostgresException("PostgreSQL does not run as root and 'setpriv' is missing: install util-linux 2.33 or later, or start the site as an ordinary user.");
        return new(account, canSupervise);
    }

    /// <summary>A command that ends by itself.</summary>
    public Command Tool(string program, params IReadOnlyList<string> arguments) => account is null
        ? new(program, arguments)
        : new("setpriv", [.. account.SetprivArguments, program, .. arguments]);

    /// <summary>
    /// A server that gets SIGINT (fast shutdown) when the thread that started it ends. Its own session keeps the Ctrl+C of the terminal away from it: the host
    /// stops it after its own last queries.
    /// </summary>
    public Command Supervised(string program, params IReadOnlyList<string> arguments) =>
        new("setsid", ["setpriv", .. account?.SetprivArguments ?? [], "--pdeathsig=INT", program, .. arguments]);

    private static async Task<bool> HasSetprivAsync(CancellationToken cancel)
    {
        try
        {
            var help = await new Command("setpriv", "--help").RunAsync(cancel);
            // Busybox has a setpriv without this option.
            return help.Output.Contains("--pdeathsig") && File.Exists("/usr/bin/setsid");
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
