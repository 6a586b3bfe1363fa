using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
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

    internal string Of(HttpContext http)
    {
        var (network, salt) = (http.Connection.RemoteIpAddress, Salt());
        // Hashed once: a connection has the address anyway, as long as it lasts.
        var kept = http.Features.Get<IConnectionItemsFeature>()?.Items;
        if (kept?.TryGetValue(typeof(ClientKey), out var found) == true && found is Known known && known.Salt == salt && Equals(known.Address, network)) return known.Key;
        var key = Convert.ToHexString(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(Network(network))).AsSpan(0, 12));
        kept?[typeof(ClientKey)] = new Known(network, salt, key);
        return key;
    }

    // One household or office has a whole /64 of IPv6 addresses: counting single ones would limit nothing.
    private static string Network(IPAddress? address)
    {
        if (address is null) return "";
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

    /// <summary>The key of whoever is at the other end of a connection; behind a proxy that may change from one request to the next.</summary>
    private sealed record Known(IPAddress? Address, byte[] Salt, string Key);
}
