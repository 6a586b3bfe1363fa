using Microsoft.AspNetCore.Identity;

namespace IJJO.Platform.Identity;

/// <summary>The ways to prove who one is.</summary>
internal static class Schemes
{
    /// <summary>The default: asks the others, by path.</summary>
    internal const string Platform = "platform";

    /// <summary>The staff cookie.</summary>
    internal static string Staff => IdentityConstants.ApplicationScheme;

    /// <summary>The cookie of a participant who came by a mailed link.</summary>
    internal const string Participant = "participant";

    /// <summary>A personal access token, for OData.</summary>
    internal const string AccessToken = "access-token";

    /// <summary>The organisation's own sign-in, when it is configured.</summary>
    internal const string OpenIdConnect = "openid-connect";
}
