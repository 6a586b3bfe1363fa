using System.Net;
using System.Text.Json;
using IJJO.Platform;
using IJJO.Platform.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Outreach.Tests;

/// <summary>What the module does on a site: its mailbox in Development, its OData, its duties, and what an erasure leaves.</summary>
public sealed class SiteTests
{
    [Fact]
    public async Task A_mail_asked_for_by_another_module_is_in_the_mailbox_with_links_to_follow()
    {
        await using var site = await OutreachSite.StartAsync();
        await site.Host.PublishAsync(new MailRequested(
            "outreach.offer-action", "1", "ana@camino.example", "Ana Ruiz", "fr", JsonSerializer.SerializeToElement(Model.Offer), null, null));
        var mail = await site.MailAsync();
        var browser = site.Host.Browser();

        var list = await browser.OpenAsync("/dev/mail");
        var page = await browser.OpenAsync(list.Html.QuerySelector("tbody a")!.GetAttribute("href")!);

        Assert.Contains(mail.Subject!, list.Html.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://observatory.example/es/answer/abc_def-1", page.Html.QuerySelector("#links + ul a")!.GetAttribute("href"));
        var frame = page.Html.QuerySelector("iframe")!;
        Assert.DoesNotContain("allow-scripts", frame.GetAttribute("sandbox"), StringComparison.Ordinal);
        Assert.Matches("<style nonce=\"[^\"]+\">", frame.GetAttribute("srcdoc")!);
        Assert.Contains("auto-generated", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mailbox_is_not_there_when_a_mail_server_is_set()
    {
        await using var site = await OutreachSite.StartAsync("Mail:Smtp:Host=127.0.0.1", "Mail:Smtp:Port=1", "Mail:Smtp:Security=none");

        Assert.Equal(HttpStatusCode.NotFound, (await site.Host.Browser().OpenAsync("/dev/mail")).Status);
    }

    [Fact]
    public async Task Staff_read_outbox_and_ledger_as_OData()
    {
        await using var site = await OutreachSite.StartAsync();
        var decided = await site.DecideAsync();
        await site.ApprovedAsync(decided);
        await site.MailAsync();
        var browser = site.Coordinator();

        var messages = await browser.Http.GetStringAsync("/odata/outreach/Messages?$select=Reference,State");
        var deliveries = await browser.Http.GetStringAsync("/odata/outreach/Deliveries");
        Assert.Contains("S-2026-00042", messages, StringComparison.Ordinal);
        Assert.Contains("ana@camino.example", deliveries, StringComparison.Ordinal);
        Assert.DoesNotContain("answer/", deliveries, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_a_person_is_among_their_duties()
    {
        await using var site = await OutreachSite.StartAsync();
        var decided = await site.DecideAsync();

        var declared = site.Host.Services.GetRequiredService<IModuleCatalog>().Running.SelectMany(m => m.Declared<DutiesDeclaration>()).Single(d => d.Provider.Name == nameof(OutreachDuties));
        await using var scope = site.Host.Services.CreateAsyncScope();
        var duties = await ((IDuties)scope.ServiceProvider.GetRequiredService(declared.Provider)).ForAsync(new Coordinator(), CancellationToken.None);

        var duty = Assert.Single(duties);
        Assert.Equal($"/staff/outreach/messages/{decided.MessageId}", duty.Path);
        Assert.Contains("S-2026-00042", duty.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_party_leaves_nothing_and_gets_nothing()
    {
        await using var site = await OutreachSite.StartAsync("Organisation:TimeZone=UTC");
        var decided = await site.DecideAsync();
        var browser = site.Coordinator();
        var page = await browser.OpenAsync($"/staff/outreach/messages/{decided.MessageId}");
        await browser.SubmitAsync(page, [("SendAt", DateTime.UtcNow.AddDays(1).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture))], "#schedule");

        await site.Host.PublishAsync(new PartyErasedSent(decided.PartyId));
        await Eventually.IsTrueAsync(async () => await site.AskAsync("SELECT state FROM outreach.delivery") == "cancelled", "the erasure");

        foreach (var table in new[] { "message", "offer", "delivery", "recipient", "suppression", "journal" })
        {
            var left = await site.AskAsync($"SELECT string_agg(t::text, ' ') FROM outreach.{table} t") ?? "";
            Assert.DoesNotContain("Ana", left, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("camino", left, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("programas", left, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("Production", null, "auto", null, "Mail:Smtp:Host")]
    [InlineData("Development", null, "auto", null, null)]
    [InlineData("Production", "mail.example", "sometimes", null, "Mail:Smtp:Security")]
    [InlineData("Production", "mail.example", "none", "secret", "password")]
    [InlineData("Production", "mail.example", "auto", "secret", null)]
    public void A_host_that_could_not_send_says_what_to_set(string environment, string? server, string security, string? password, string? expected)
    {
        var settings = new Transport.MailSettings { Smtp = new() { Host = server, Security = security, Password = password } };

        var problem = settings.Problem(new NamedEnvironment(environment));

        if (expected is null) Assert.Null(problem);
        else Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    private sealed class Coordinator : ICurrentUser
    {
        public Guid? StaffId => Guid.Empty;
        public Guid? PartyId => null;
        public string Name => "Carla";
        public string Language => "en";
        public bool Has(string permission) => true;
    }

    private sealed class NamedEnvironment(string name) : Microsoft.Extensions.Hosting.IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "";
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
