using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.OData;

internal static class Access
{
    public static bool May(ICurrentUser user, string? permission) => permission is null || user.Has(permission);

    public static void Demand(ICurrentUser user, string? permission)
    {
        if (May(user, permission)) return;
        throw user.StaffId is null && user.PartyId is null
            ? new ODataFault(StatusCodes.Status401Unauthorized, "sign-in")
            : new ODataFault(StatusCodes.Status403Forbidden, "forbidden");
    }
}
