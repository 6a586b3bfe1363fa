using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace IJJO.Platform.Tests;

/// <summary>What a start prints.</summary>
public sealed class AddressesTests
{
    [Fact]
    public void A_development_host_says_where_the_pages_for_developers_are()
    {
        var endpoints = new DefaultEndpointDataSource(new[] { "/staff", "/dev/mail", "dev/mail", "/dev/mail/{Id:guid}", "/development" }.Select(Route));

        Assert.Equal(["/dev/mail"], Addresses.ForDevelopers(endpoints));
    }

    private static Endpoint Route(string path) => new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse(path), 0).Build();
}
