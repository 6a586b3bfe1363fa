using System.Net.Mail;

namespace IJJO.Platform.Identity;

/// <summary>What is asked of addresses and passwords, everywhere the same.</summary>
internal static class PersonRules
{
    internal const int ShortestPassword = 12;
    // PBKDF2 hashes what it is given: a limit keeps a megabyte of "password" from costing a second of work.
    internal const int LongestPassword = 200;

    internal static bool IsAddress(string? text) =>
        text is { Length: > 2 and <= 254 } && !text.Any(sign => char.IsControl(sign) || char.IsWhiteSpace(sign))
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.');

    internal static IEnumerable<FieldError> PasswordErrors(string? password, string? again)
    {
        if (password is not { Length: >= ShortestPassword }) yield return new("Password", "password.too-short", ShortestPassword);
        else if (password.Length > LongestPassword) yield return new("Password", FieldErrors.TooLong, LongestPassword);
        else if (password != again) yield return new("PasswordAgain", "password.differs");
    }
}
