using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.Identity;

/// <summary>
/// Tells callers apart for rate limits without keeping their addresses: a hash under a random salt that lives in memory and is replaced each day.
/// </summary>
internal sealed class ClientKey(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private DateOnly _day;
    private byte[] _salt = [];

    internal string Of(HttpContext http) =>
        Convert.ToHexString(HMACSHA256.HashData(Salt(), Encoding.UTF8.GetBytes(Network(http))).AsSpan(0, 12));

    // One household or office has a whole /64 of IPv6 addresses: counting single ones would limit nothing.
    private static string Network(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.Length == 16 ? bytes.AsSpan(0, 8) : bytes);
    }

    private byte[] Salt()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        lock (_gate)
        {
            if (_day == today) return _salt;
            _day = today;
            return _salt = RandomNumberGenerator.GetBytes(32);
        }
    }
}
