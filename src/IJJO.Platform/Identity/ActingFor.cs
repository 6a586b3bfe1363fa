using System.Security.Claims;

namespace IJJO.Platform.Identity;

/// <summary>In whose name a scope acts where it is not whoever sent the request: a feed reader has only its secret, a job nobody at all.</summary>
internal sealed class ActingFor
{
    public ClaimsPrincipal? Person { get; set; }
}
