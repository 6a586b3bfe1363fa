using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IJJO.Platform.Identity;

namespace IJJO.Platform.Tests.Boards.Views;

/// <summary>Views over OData, with a personal access token as a program has one.</summary>
public sealed class ViewServiceTests(ViewSite site)
{
    private const string Views = "/odata/platform/Views";

    [Fact]
    public async Task A_program_adds_changes_and_removes_views_with_the_rules_of_the_pages()
    {
        var program = await ProgramAsync(await site.PersonAsync());
        using var made = await program.PostAsJsonAsync(Views, new { Module = "library", Set = "Loans", Name = "From a program", Query = "sort=-Title&f.Country=FR" }, Cancel);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var row = await made.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal("f.Country=FR&sort=-Title", row.GetProperty("Query").GetString());
        Assert.True(row.GetProperty("IsMine").GetBoolean());

        using var blind = await program.PatchAsJsonAsync(made.Headers.Location, new { Name = "Later" }, Cancel);
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
        program.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", made.Headers.ETag!.ToString());
        using var changed = await program.PatchAsJsonAsync(made.Headers.Location, new { Name = "Later" }, Cancel);
        Assert.Equal("Later", (await changed.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("Name").GetString());
        using var stale = await program.DeleteAsync(made.Headers.Location, Cancel);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        program.DefaultRequestHeaders.Remove("If-Match");
        program.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", changed.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NoContent, (await program.DeleteAsync(made.Headers.Location, Cancel)).StatusCode);
        Assert.DoesNotContain("Later", await program.GetStringAsync(Views, Cancel));
    }

    [Theory]
    [InlineData("library", "Nothing", "A name", "", "set")]
    [InlineData("library", "Loans", "", "", "name")]
    [InlineData("library", "Loans", "A name", "f.Nothing=1", "query")]
    [InlineData("library", "Loans", "A name", "f.DueAt.from=yesterday", "query")]
    [InlineData("library", "Loans", "A name", "sort=-Title,Nothing", "query")]
    [InlineData("library", "Loans", "A name", "cols=Title:200,Nothing", "query")]
    [InlineData("library", "Loans", "A name", "view=nothing", "query")]
    public async Task What_a_view_cannot_be_is_named_by_its_member(string module, string set, string name, string query, string member)
    {
        var program = await ProgramAsync(await site.PersonAsync());
        using var refused = await program.PostAsJsonAsync(Views, new { Module = module, Set = set, Name = name, Query = query }, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var details = (await refused.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("error").GetProperty("details");
        Assert.Equal([member], details.EnumerateArray().Select(detail => detail.GetProperty("target").GetString()!.ToLowerInvariant()));
    }

    [Fact]
    public async Task Nobody_changes_or_finds_the_personal_view_of_somebody_else()
    {
        var (ana, eva) = (await site.PersonAsync(), await site.PersonAsync());
        var key = await ana.SaveKeyAsync("f.Country=FR", "Private");
        var program = await ProgramAsync(eva);
        program.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "*");

        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync($"{Views}({key})", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.DeleteAsync($"{Views}({key})", Cancel)).StatusCode);
        await ana.ShareAsync(key, "everyone");
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync($"{Views}({key})", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.DeleteAsync($"{Views}({key})", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Without_signing_in_there_are_no_views()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Host.Browser().Http.GetAsync(Views, Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_owner_of_a_token_has_a_mail_before_it_ends()
    {
        var ana = await site.PersonAsync();
        await ProgramAsync(ana);
        await site.SqlAsync("UPDATE identity.access_token SET name = 'Yearly report', expires_at = now() + interval '6 days' WHERE account_id = $1", ana.Id);

        await site.Host.InScopeAsync<WarnOfExpiry>(job => job.RunAsync(null, Cancel));
        await site.Host.InScopeAsync<WarnOfExpiry>(job => job.RunAsync(null, Cancel));

        var mail = await site.MailAsync("Your access token ends on");
        Assert.Contains("Yearly report", mail.Text);
        Assert.Single((await site.Host.Browser().OpenAsync("/dev/mail")).Html.QuerySelectorAll("tbody a"), link => link.TextContent.Contains("Your access token ends on"));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<HttpClient> ProgramAsync(ViewReader owner)
    {
        var page = await owner.Browser.SubmitAsync(
            await owner.OpenAsync("/staff/account"), [("Name", "Program"), ("Permissions", "platform.views.save"), ("Permissions", "library.read"), ("Days", "30")], "#token-make");
        var program = site.Host.Browser().Http;
        program.DefaultRequestHeaders.Authorization = new("Bearer", page.Html.QuerySelector("#token")!.TextContent.Trim());
        return program;
    }
}
