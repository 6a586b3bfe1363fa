using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IJJO.Platform.Identity;

/// <summary>The hash that stands in for accounts that do not exist: of a random password that nobody knows.</summary>
internal sealed class NobodysPassword(IOptions<PasswordHasherOptions> options)
{
    internal StaffAccount Account { get; } = new() { Name = "", Language = "en" };

    internal string Hash { get; } = new PasswordHasher<StaffAccount>(options).HashPassword(new() { Name = "", Language = "en" }, Secret.New());
}
