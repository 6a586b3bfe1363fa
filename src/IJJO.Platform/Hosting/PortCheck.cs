using System.Net;
using System.Net.NetworkInformation;
using Microsoft.Extensions.Configuration;

namespace IJJO.Platform;

/// <summary>Says that a port is taken before anything else is started, instead of with a stack trace afterwards.</summary>
internal static class PortCheck
{
    internal static void Run(IConfiguration configuration)
    {
        var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        foreach (var url in (configuration["Urls"] ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // A wildcard such as http://*:5080 is no URI; Kestrel takes the port on every address.
            if (!Uri.TryCreate(url.Replace("//*", "//0.0.0.0").Replace("//+", "//0.0.0.0"), UriKind.Absolute, out var wanted) || wanted.Port == 0) continue;
            if (!taken.Any(listener => listener.Port == wanted.Port && Clash(wanted.Host, listener.Address))) continue;
            throw new PlatformStartException(
                $"The address {url} is taken by another program. End that program, or choose another address: dotnet run --project src/IJJO.Platform.Host -- --Urls=http://localhost:{wanted.Port + 1}");
        }
    }

    private static bool Clash(string host, IPAddress listener) =>
        IsAny(listener)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var wanted) ? IsAny(wanted) || wanted.Equals(listener) : IPAddress.IsLoopback(listener));

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
}
