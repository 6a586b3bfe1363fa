using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.Identity;

/// <summary>
/// Who is asking, from the request or by whom the scope says it acts for. Outside a request (jobs, event handlers) the platform itself acts: it has every permission and the
/// organisation's short name, and is nobody in particular.
/// </summary>
internal sealed class CurrentUser(IHttpContextAccessor http, ISite site, ActingFor acting) : ICurrentUser
{
    private ClaimsPrincipal? Person => acting.Person ?? http.HttpContext?.User;

    /// <summary>The permissions of this person; <c>null</c> for all of them.</summary>
    internal IReadOnlyList<string>? Permissions =>
        Person is not { } person || person.IsInRole(Roles.Administrator) ? null : [.. person.FindAll(StaffRole.Permission).Select(claim => claim.Value)];

    public Guid? StaffId => Person?.StaffId();

    public Guid? PartyId => Person?.PartyId();

    public string Name => Person is not { } person ? site.Organisation.ShortName
        : person.FindFirstValue(ClaimTypes.Name) ?? person.FindFirstValue(Rights.PartyName) ?? "";

    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public bool Has(string permission) => Person is not { } person || person.Allows(permission);
}
