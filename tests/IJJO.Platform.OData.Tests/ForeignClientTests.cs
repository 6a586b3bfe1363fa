using System.Diagnostics;
using System.Text.Json;
using IJJO.Platform.Identity;
using IJJO.Platform.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.OData.Tests;

/// <summary>An OData client from npm that nobody here wrote reads every set of every module over an access token, and runs an action.</summary>
public sealed class ForeignClientTests(SampleSite site)
{
    [Theory]
    [InlineData("basic")]
    [InlineData("bearer")]
    public async Task It_reads_every_set_and_runs_an_action(string scheme)
    {
        await using var served = await site.CopyAsync();
        var found = await RunAsync(served.Host.Address.GetLeftPart(UriPartial.Authority), await TokenAsync(served), scheme);
        Assert.Equal(served.Sets.Select(set => $"{set.Module}/{set.Name}").Order(), found.GetProperty("sets").EnumerateObject().Select(set => set.Name).Order());
        Assert.All(found.GetProperty("sets").EnumerateObject(), set => Assert.True(set.Value.GetInt32() > 0, set.Name));
        Assert.Equal(1, found.GetProperty("cancelled").GetInt32());
    }

    /// <summary>Of an evaluator who administers too, so that no set is empty.</summary>
    private static Task<string> TokenAsync(ServedSite served) => served.Host.InScopeAsync<IdentityDb, string>(async db =>
    {
        var owner = served.People.Everybody.StaffId!.Value;
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = owner, RoleId = await db.Roles.Where(role => role.Name == Roles.Administrator).Select(role => role.Id).SingleAsync() });
        var secret = Secret.New(AccessToken.Prefix);
        db.AccessTokens.Add(new AccessToken
        {
            AccountId = owner, Name = "A script", Hash = Secret.Hash(secret), Permissions = [.. served.People.Everybody.Permissions],
            CreatedAt = DateTimeOffset.UtcNow, ExpiresAt = DateTimeOffset.UtcNow.AddDays(1),
        });
        await db.SaveChangesAsync();
        return secret;
    });

    private static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.Combine(TestPlaces.Repository, "tests", "IJJO.Platform.OData.Tests", "Client") };
        foreach (var argument in (string[])["read.mjs", .. arguments]) start.ArgumentList.Add(argument);
        using var node = Process.Start(start)!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonDocument.Parse(await output).RootElement;
    }
}
