using Microsoft.AspNetCore.Identity;

namespace IJJO.Platform.Identity;

/// <summary>A member of staff or an outside expert. Somebody who has left is inactive, never deleted: what they did keeps its name.</summary>
internal sealed class StaffAccount : IdentityUser<Guid>
{
    [Personal("name of the person behind an account", LegalBasis.Contract, 0)]
    public required string Name { get; set; }

    public required string Language { get; set; }

    public bool IsActive { get; set; } = true;

    public DateTimeOffset CreatedAt { get; init; }

    [Personal("sign in and receive notices", LegalBasis.Contract, 0)]
    public override string? Email { get; set; }

    /// <summary>Identity wants a user name; it is the address, so that there is one thing to remember.</summary>
    [Personal("sign in and receive notices", LegalBasis.Contract, 0)]
    public override string? UserName { get; set; }

    [Personal("find an account by its address", LegalBasis.Contract, 0)]
    public override string? NormalizedEmail { get; set; }

    [Personal("find an account by its address", LegalBasis.Contract, 0)]
    public override string? NormalizedUserName { get; set; }

    internal static StaffAccount Create(string name, string email, string language, DateTimeOffset now, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(),
        Name = name.Trim(),
        Email = email.Trim(),
        UserName = email.Trim(),
        Language = language,
        EmailConfirmed = true,
        LockoutEnabled = true,
        CreatedAt = now,
    };
}
