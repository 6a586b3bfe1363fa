using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace IJJO.Outreach.Transport;

/// <summary>The settings under <c>Mail</c>.</summary>
internal sealed class MailSettings
{
    /// <summary>The sender's address; the organisation's contact address when empty.</summary>
    public string? From { get; set; }

    /// <summary>Where mails are written as files when there is no mail server (Development).</summary>
    public string? Folder { get; set; }

    /// <summary>How many conversations with the mail server at once.</summary>
    public int Lanes { get; set; } = 4;

    public SmtpSettings Smtp { get; set; } = new();

    internal bool UsesFolder => string.IsNullOrWhiteSpace(Smtp.Host);

    internal static MailSettings Read(IConfiguration configuration) => configuration.GetSection("Mail").Get<MailSettings>() ?? new();

    /// <summary>What is wrong, in a sentence that says what to do; <c>null</c> when nothing is.</summary>
    internal string? Problem(IHostEnvironment environment)
    {
        if (UsesFolder)
        {
            return environment.IsProduction() || !environment.IsDevelopment() && Folder is null
                ? "There is no mail server. Set Mail:Smtp:Host (environment variable Mail__Smtp__Host), and Port, User, Password and Security where the server wants them."
                : null;
        }

        if (!Smtp.TryOptions(out _)) return $"Mail:Smtp:Security is '{Smtp.Security}'. Use auto, tls, starttls or none.";
        if (Smtp.Security == "none" && Smtp.Password is not null && !Smtp.IsLoopback)
        {
            return "Mail:Smtp:Security is none, so the password would cross the network readable by others. Use starttls or tls.";
        }

        return null;
    }
}

/// <summary>The mail server.</summary>
internal sealed class SmtpSettings
{
    public string? Host { get; set; }
    public int? Port { get; set; }
    public string? User { get; set; }
    public string? Password { get; set; }

    /// <summary><c>auto</c>: TLS from the start on port 465, else STARTTLS is demanded, except on this machine itself; <c>tls</c>; <c>starttls</c>; <c>none</c>.</summary>
    public string Security { get; set; } = "auto";

    internal bool IsLoopback => Host is "localhost" || System.Net.IPAddress.TryParse(Host, out var address) && System.Net.IPAddress.IsLoopback(address);

    internal int EffectivePort => Port ?? (Security == "tls" ? 465 : IsLoopback ? 25 : 587);

    internal bool TryOptions(out SecureSocketOptions options)
    {
        options = Security.ToLowerInvariant() switch
        {
            "tls" => SecureSocketOptions.SslOnConnect,
            "starttls" => SecureSocketOptions.StartTls,
            "none" => SecureSocketOptions.None,
            "auto" when EffectivePort == 465 => SecureSocketOptions.SslOnConnect,
            "auto" when IsLoopback => SecureSocketOptions.StartTlsWhenAvailable,
            "auto" => SecureSocketOptions.StartTls,
            // MailKit's own Auto would go on without TLS when a server does not offer it; here it marks a word that is none of the above.
            _ => SecureSocketOptions.Auto,
        };
        return options != SecureSocketOptions.Auto;
    }
}
