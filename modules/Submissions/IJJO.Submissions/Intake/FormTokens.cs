using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace IJJO.Submissions.Intake;

/// <summary>
/// A sealed token in the form says which submission it is and when the form was opened: sending twice gives one proposal, and sending
/// sooner than anybody can write gives a suspicion.
/// </summary>
internal sealed class FormTokens(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Nobody fills in the required fields in less.</summary>
    public static readonly TimeSpan ShortestWriting = TimeSpan.FromSeconds(3);

    private readonly IDataProtector protector = protection.CreateProtector("IJJO.Submissions.FormToken.v1");

    public string Issue() => protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{Guid.CreateVersion7()}|{clock.GetUtcNow():O}"));

    /// <summary>The submission and how long ago the form was opened; <c>null</c> for a token that this site has not made.</summary>
    public (Guid Key, TimeSpan Age)? Read(string? token)
    {
        if (token is not { Length: > 0 and < 2000 }) return null;
        try
        {
            var parts = protector.Unprotect(token).Split('|');
            return (Guid.Parse(parts[0]), clock.GetUtcNow() - DateTimeOffset.Parse(parts[1], CultureInfo.InvariantCulture));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
