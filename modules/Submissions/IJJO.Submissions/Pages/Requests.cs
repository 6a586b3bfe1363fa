using Microsoft.AspNetCore.Http;

namespace IJJO.Submissions.Pages;

internal static class Requests
{
    /// <summary>Where a request comes from, as far as a day's count needs to know: an IPv4 address, or the /64 that one IPv6 household has.</summary>
    public static string Network(this HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.Length == 16 ? bytes.AsSpan(0, 8) : bytes);
    }

    /// <summary>Says that the link leads nowhere (any more), above a page that helps. A component that sets 404 loses its page to the site's general one; 410 keeps it.</summary>
    public static void SayGone(this HttpContext http) => http.Response.StatusCode = StatusCodes.Status410Gone;

    public static bool IsPost(this HttpContext http) => HttpMethods.IsPost(http.Request.Method);
}
