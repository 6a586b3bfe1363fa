using System.Security.Claims;
using System.Text;
using IJJO.Platform.Audit;
using IJJO.Platform.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IJJO.Platform.Tests.Identity;

public sealed class RightsTests(PeopleSite site) : IClassFixture<PeopleSite>
{
    [Fact]
    public async Task A_role_that_an_administrator_edited_stays_as_it_is_and_a_new_permission_still_arrives()
    {
        Assert.Contains(PlatformPermissions.ReadCases, await OfAsync(Roles.DataProtectionOfficer));
        var grants = await site.Host.InScopeAsync<IdentityDb, List<string>>(db => db.RoleClaims
            .Join(db.Roles, claim => claim.RoleId, role => role.Id, (claim, role) => role.Name + ":" + claim.ClaimValue).ToListAsync());
        await site.RunAsync(new ChangeRoles([.. grants.Where(grant => grant != $"{Roles.DataProtectionOfficer}:{PlatformPermissions.ReadCases}")]));
        Assert.DoesNotContain(PlatformPermissions.ReadCases, await OfAsync(Roles.DataProtectionOfficer));

        await SeedAsync();
        Assert.DoesNotContain(PlatformPermissions.ReadCases, await OfAsync(Roles.DataProtectionOfficer));
        Assert.Contains(PlatformPermissions.ReadCases, await OfAsync(Roles.Coordinator));

        // As if the module that declares it had just been installed.
        await site.Host.InScopeAsync<IdentityDb>(db => db.KnownPermissions.Where(known => known.Key == PlatformPermissions.ReadCases).ExecuteDeleteAsync());
        await SeedAsync();
        Assert.Contains(PlatformPermissions.ReadCases, await OfAsync(Roles.DataProtectionOfficer));

        Task SeedAsync() => site.Host.InScopeAsync<RoleSeed>(seed => seed.SeedAsync(CancellationToken.None));
        Task<List<string>> OfAsync(string role) => site.Host.InScopeAsync<IdentityDb, List<string>>(db => db.RoleClaims
            .Where(claim => db.Roles.Any(r => r.Id == claim.RoleId && r.Name == role)).Select(claim => claim.ClaimValue!).ToListAsync());
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_taken_away()
    {
        await using var host = await Testing.TestHost.StartAsync([]);
        var id = await host.InScopeAsync<Microsoft.AspNetCore.Identity.UserManager<StaffAccount>, Guid>(async accounts =>
        {
            var account = StaffAccount.Create("Ada", "ada@example.org", "en", DateTimeOffset.UtcNow);
            await accounts.CreateAsync(account);
            await accounts.AddToRoleAsync(account, Roles.Administrator);
            return account.Id;
        });

        var result = await host.InScopeAsync<ICommandHandler<ChangePerson>, Result>(h => h.Handle(new ChangePerson(id, "Ada", "en", true, [Roles.Editor]), CancellationToken.None));

        Assert.Equal("person.last-administrator", result.Code);
    }

    [Theory]
    [InlineData("Bearer", "/odata/platform", true)]
    [InlineData("Basic", "/odata/platform", true)]
    [InlineData("Bearer", "/staff/people", false)]
    public async Task A_token_works_for_data_only_and_allows_what_it_was_made_for(string form, string path, bool works)
    {
        var owner = await site.AccountAsync(Roles.Administrator);
        var secret = await TokenAsync(owner, PlatformPermissions.ReadAudit);

        var person = await PresentAsync(form, secret, path);

        Assert.Equal(works, person is not null);
        if (person is null) return;
        Assert.Equal(owner.Id, person.StaffId());
        Assert.True(person.Allows(PlatformPermissions.ReadAudit));
        Assert.False(person.Allows(PlatformPermissions.Administer));
    }

    [Fact]
    public async Task A_token_never_allows_more_than_its_owner_may()
    {
        var owner = await site.AccountAsync(Roles.Convener);
        var person = await PresentAsync("Bearer", await TokenAsync(owner, PlatformPermissions.Administer), "/odata/platform");

        Assert.NotNull(person);
        Assert.False(person.Allows(PlatformPermissions.Administer));
    }

    [Fact]
    public async Task A_token_ends_when_it_is_revoked_or_expires_or_its_owner_leaves()
    {
        var owner = await site.AccountAsync(Roles.Convener);
        var revoked = await TokenAsync(owner, PlatformPermissions.ReadCases);
        await site.Host.InScopeAsync<IdentityDb>(db => db.AccessTokens.Where(t => t.Hash == Secret.Hash(revoked)).ExecuteUpdateAsync(s => s.SetProperty(t => t.RevokedAt, DateTimeOffset.UtcNow)));
        var expired = await TokenAsync(owner, PlatformPermissions.ReadCases, DateTimeOffset.UtcNow.AddMinutes(-1));
        var valid = await TokenAsync(owner, PlatformPermissions.ReadCases);
        Assert.Null(await PresentAsync("Bearer", revoked, "/odata/platform"));
        Assert.Null(await PresentAsync("Bearer", expired, "/odata/platform"));
        Assert.Null(await PresentAsync("Bearer", valid + "x", "/odata/platform"));
        Assert.NotNull(await PresentAsync("Bearer", valid, "/odata/platform"));

        await site.Host.InScopeAsync<IdentityDb>(db => db.Users.Where(a => a.Id == owner.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.IsActive, false)));
        Assert.Null(await PresentAsync("Bearer", valid, "/odata/platform"));
    }

    [Theory]
    [InlineData("UPDATE identity.audit SET what = 'nothing'")]
    [InlineData("DELETE FROM identity.audit")]
    [InlineData("TRUNCATE identity.audit")]
    public async Task Rows_of_the_audit_can_only_be_added(string sql)
    {
        await site.Host.InScopeAsync<IdentityDb>(async db =>
        {
            db.Audit.Add(new AuditEntry { Kind = AuditKind.Did, What = "test.did", StaffId = Guid.CreateVersion7() });
            await db.SaveChangesAsync();
        });

        await using var command = site.Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Contains("can only be added", refused.MessageText);
    }

    private async Task<string> TokenAsync(StaffAccount owner, string permission, DateTimeOffset? expires = null)
    {
        var secret = Secret.New(AccessToken.Prefix);
        await site.Host.InScopeAsync<IdentityDb>(async db =>
        {
            db.AccessTokens.Add(new AccessToken
            {
                AccountId = owner.Id, Name = "test", Hash = Secret.Hash(secret), Permissions = [permission],
                CreatedAt = DateTimeOffset.UtcNow, ExpiresAt = expires ?? DateTimeOffset.UtcNow.AddDays(1),
            });
            await db.SaveChangesAsync();
        });
        return secret;
    }

    private async Task<ClaimsPrincipal?> PresentAsync(string form, string secret, string path)
    {
        await using var scope = site.Host.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Path = path;
        http.Request.Headers.Authorization = form == "Basic" ? $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"anybody:{secret}"))}" : $"Bearer {secret}";
        return (await http.AuthenticateAsync(Schemes.AccessToken)).Principal;
    }
}
