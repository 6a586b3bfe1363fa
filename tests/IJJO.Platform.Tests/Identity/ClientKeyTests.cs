using System.Net;
using IJJO.Platform.Identity;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.Tests.Identity;

/// <summary>Callers are told apart for a day, and their addresses are not kept.</summary>
public sealed class ClientKeyTests
{
    private readonly SettableClock _clock = new();
    private readonly ClientKey _keys;

    public ClientKeyTests() => _keys = new(_clock);

    [Fact]
    public void One_network_has_one_key_on_every_connection() => Assert.Equal(Key("192.0.2.7"), Key("::ffff:192.0.2.7"));

    [Fact]
    public void A_household_of_IPv6_has_one_key() => Assert.Equal(Key("2001:db8:1:2::a"), Key("2001:db8:1:2:ffff::b"));

    [Fact]
    public void Another_network_has_another_key() => Assert.NotEqual(Key("192.0.2.7"), Key("192.0.2.8"));

    [Fact]
    public void Behind_a_proxy_one_connection_brings_several()
    {
        var connection = new Connection();
        Assert.NotEqual(Key("192.0.2.7", connection), Key("192.0.2.8", connection));
        Assert.Equal(Key("192.0.2.7"), Key("192.0.2.7", connection));
    }

    [Fact]
    public void The_next_day_nobody_is_known_any_more_on_an_open_connection_either()
    {
        var connection = new Connection();
        var key = Key("192.0.2.7", connection);
        Assert.Equal(key, Key("192.0.2.7", connection));
        _clock.Now = _clock.Now.AddDays(1);
        Assert.NotEqual(key, Key("192.0.2.7", connection));
    }

    private string Key(string address, Connection? connection = null)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        http.Features.Set<IConnectionItemsFeature>(connection ?? new());
        return _keys.Of(http);
    }

    private sealed class Connection : IConnectionItemsFeature
    {
        public IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();
    }

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
