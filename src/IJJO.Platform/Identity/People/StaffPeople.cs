using IJJO.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IJJO.Platform.Identity;

/// <summary>An account in the list of people.</summary>
internal sealed record PersonLine(Guid Id, string Name, string Email, bool IsActive, bool CanSignIn, IReadOnlyList<string> Roles);

/// <summary>What the pages about people read.</summary>
internal sealed class StaffPeople(IdentityDb db, ISite site, IStringLocalizer<Text> texts)
{
    internal async Task<IReadOnlyList<PersonLine>> AllAsync(CancellationToken cancel) => await (
        from account in db.Users.AsNoTracking()
        orderby account.IsActive descending, account.Name
        select new PersonLine(
            account.Id, account.Name, account.Email!, account.IsActive,
            account.PasswordHash != null || db.UserPasskeys.Any(passkey => passkey.UserId == account.Id) || db.UserLogins.Any(login => login.UserId == account.Id),
            db.UserRoles.Where(link => link.UserId == account.Id).Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!).ToList()))
        .ToListAsync(cancel);

    internal async Task<IReadOnlyList<Choice>> RoleChoicesAsync(CancellationToken cancel) =>
        [.. (await db.Roles.AsNoTracking().OrderByDescending(role => role.IsShipped).ThenBy(role => role.Id).ToListAsync(cancel)).Select(role => new Choice(role.Name!, Label(role.Name!)))];

    internal IReadOnlyList<Choice> LanguageChoices() => [.. site.Languages.Select(language => new Choice(language, LanguageName.Of(language)))];

    /// <summary>A shipped role is translated; another one is called what its administrator called it.</summary>
    internal string Label(string role) => texts[$"role.{role}"] is { ResourceNotFound: false } text ? text.Value : role;
}

/// <summary>A language in its own words, with a capital letter.</summary>
internal static class LanguageName
{
    internal static string Of(string language)
    {
        var culture = System.Globalization.CultureInfo.GetCultureInfo(language);
        return char.ToUpper(culture.NativeName[0], culture) + culture.NativeName[1..];
    }
}
