using Microsoft.AspNetCore.Identity;

namespace IJJO.Platform.Identity;

/// <summary>Invented people for a first run in Development. They have no way to sign in until the administrator makes each of them a link.</summary>
internal sealed class SampleStaff(UserManager<StaffAccount> accounts, TimeProvider clock) : ISampleData
{
    private static readonly (string Name, string Email, string Language, string Role)[] People =
    [
        ("Marta Villalba", "coordinator@example.org", "es", Roles.Coordinator),
        ("Anselme Koudou", "evaluator@example.org", "fr", Roles.Evaluator),
        ("Nora Whitfield", "evaluator.two@example.org", "en", Roles.Evaluator),
        ("Inés Salgado", "editor@example.org", "es", Roles.Editor),
        ("Tomasz Orlik", "convener@example.org", "en", Roles.Convener),
        ("Hélène Vasseur", "dpo@example.org", "fr", Roles.DataProtectionOfficer),
    ];

    public int Order => 0;

    public async Task SeedAsync(CancellationToken cancel)
    {
        foreach (var (name, email, language, role) in People)
        {
            if (await accounts.FindByEmailAsync(email) is not null) continue;
            var account = StaffAccount.Create(name, email, language, clock.GetUtcNow());
            var made = await accounts.CreateAsync(account);
            if (made.Succeeded) made = await accounts.AddToRoleAsync(account, role);
            if (!made.Succeeded) throw new InvalidOperationException($"{email}: {string.Join(" ", made.Errors.Select(error => error.Description))}");
        }
    }
}
