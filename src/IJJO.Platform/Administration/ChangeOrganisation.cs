using System.Text.Json;
using IJJO.Platform.Data;
using IJJO.Platform.Identity;
using IJJO.Platform.Site;

namespace IJJO.Platform.Administration;

/// <summary>Describes the organisation and chooses the languages of the site, the first being the default.</summary>
internal sealed record ChangeOrganisation(Organisation Organisation, IReadOnlyList<string> Languages);

internal sealed class ChangeOrganisationHandler(PlatformDb db, SiteSettings site, ICurrentUser user, Audit.IAudit audit) : ICommandHandler<ChangeOrganisation>
{
    private const int LongestLine = 300;
    private const int LongestText = 100_000;

    public async Task<Result> Handle(ChangeOrganisation command, CancellationToken cancel)
    {
        if (!user.Has(PlatformPermissions.Administer)) return Result.Forbidden();
        var errors = Errors(command).ToList();
        if (errors.Count > 0) return Result.Invalid(errors);
        await KeepAsync(SiteSettings.OrganisationSetting, command.Organisation, cancel);
        await KeepAsync(SiteSettings.LanguagesSetting, command.Languages, cancel);
        await db.SaveChangesAsync(cancel);
        // This host shows it at once, the others within a minute.
        await site.RefreshAsync(cancel);
        await audit.DidAsync("platform.change-organisation", null, cancel);
        return Result.Ok();
    }

    private static IEnumerable<FieldError> Errors(ChangeOrganisation command)
    {
        var organisation = command.Organisation;
        if (command.Languages.Count == 0 || command.Languages.Except(SiteSettings.Shipped).Any()) yield return new("Languages", FieldErrors.Choice);
        if (organisation.ShortName.Length is 0 or > 60) yield return new(nameof(organisation.ShortName), FieldErrors.Required);
        if (!PersonRules.IsAddress(organisation.ContactEmail)) yield return new(nameof(organisation.ContactEmail), FieldErrors.Email);
        if (organisation.Controller.Length > LongestLine) yield return new(nameof(organisation.Controller), FieldErrors.TooLong, LongestLine);
        if (organisation.Address.Length > 1000) yield return new(nameof(organisation.Address), FieldErrors.TooLong, 1000);
        if (organisation.SupervisoryAuthority.Length > 1000) yield return new(nameof(organisation.SupervisoryAuthority), FieldErrors.TooLong, 1000);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(organisation.TimeZone, out _)) yield return new(nameof(organisation.TimeZone), FieldErrors.Choice);
        foreach (var (language, name) in organisation.Name)
        {
            if (name.Length > LongestLine) yield return new($"Name-{language}", FieldErrors.TooLong, LongestLine);
        }

        foreach (var (language, text) in organisation.PrivacyText)
        {
            if (text.Length > LongestText) yield return new($"PrivacyText-{language}", FieldErrors.TooLong, LongestText);
        }
    }

    private async Task KeepAsync(string key, object value, CancellationToken cancel)
    {
        var json = JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
        if (await db.Settings.FindAsync([key], cancel) is { } setting) setting.Value = json;
        else db.Settings.Add(new Setting { Key = key, Value = json });
    }
}
