using IJJO.Platform.Identity;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.OData.Tests;

/// <summary>One reader per shipped role, with its default permissions and the account of the sample person who has it; and a visitor.</summary>
internal sealed class People(IReadOnlyDictionary<string, TestPerson> byRole, IReadOnlyList<TestPerson> evaluators)
{
    internal const string Visitor = "visitor";

    public IEnumerable<string> Roles => byRole.Keys.Prepend(Visitor);

    public TestPerson? this[string role] => role == Visitor ? null : byRole[role];

    /// <summary>Reads every set, and has assignments and assessments of their own.</summary>
    public TestPerson Everybody { get; } = byRole[Platform.Roles.Administrator] with { StaffId = evaluators[0].StaffId, Name = evaluators[0].Name };

    public IReadOnlyList<TestPerson> Evaluators => evaluators;

    public static async Task<People> ReadAsync(IdentityDb db, IModuleCatalog catalog)
    {
        var permissions = catalog.Running.SelectMany(m => m.Declared<PermissionDeclaration>()).Select(d => d.Permission).ToArray();
        var held = await (from account in db.Users
                          join given in db.UserRoles on account.Id equals given.UserId
                          join role in db.Roles on given.RoleId equals role.Id
                          orderby account.Email
                          select new { Role = role.Name!, account.Id, account.Name }).ToListAsync();
        string[] Of(string role) => [.. permissions.Where(p => role == Platform.Roles.Administrator || p.DefaultRoles.Contains(role)).Select(p => p.Key)];
        TestPerson Person(string role, Guid id, string name) => new(name, id, null, Of(role));
        var byRole = RoleSeed.Shipped.ToDictionary(role => role, role => held.FirstOrDefault(h => h.Role == role) is { } sample ? Person(role, sample.Id, sample.Name) : Person(role, Guid.Empty, "Root"));
        return new(byRole, [.. held.Where(h => h.Role == Platform.Roles.Evaluator).Select(h => Person(h.Role, h.Id, h.Name))]);
    }
}
