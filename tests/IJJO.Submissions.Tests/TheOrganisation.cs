using System.Net;
using IJJO.Platform.Testing;
using MimeKit;

namespace IJJO.Submissions.Tests;

/// <summary>Who speaks on pages and in mails is what an administrator has entered, and nothing else.</summary>
public sealed class TheOrganisation
{
    private const string Name = "Office fictif de la jeunesse";

    [Fact]
    public async Task What_an_administrator_enters_is_what_pages_mails_and_consents_say_from_then_on()
    {
        await using var site = new SubmissionsHost { Modules = ["submissions", "outreach"] };
        await site.InitializeAsync();
        var administrator = site.Host.Browser(TestPerson.Staff("Ada", "platform.administer"));

        var saved = await administrator.SubmitAsync(await administrator.OpenAsync("/staff/organisation"), Entered, "#organisation");

        Assert.Contains("Saved.", saved.Text);
        var visitor = site.Host.Browser();
        visitor.Http.DefaultRequestHeaders.Add("Accept-Language", "en");
        var home = await visitor.OpenAsync("/");
        Assert.Equal("/fr", home.Path);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync("/en")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync("/es")).Status);
        Assert.Equal(["OFJ", Name], Texts(home, ".word-mark > *"));
        Assert.Equal(Name, Assert.Single(Texts(home, ".site-footer p")));
        Assert.NotNull(home.Html.QuerySelector(".site-footer a[href='mailto:bonjour@ofj.example']"));

        var privacy = await visitor.OpenAsync("/fr/privacy");
        Assert.Equal(["OFJ asbl", "1 rue Haute 1000 Bruxelles", "bonjour@ofj.example", "Autorité fictive"], Texts(privacy, "main dd"));
        Assert.Contains("Écrivez à OFJ asbl.", privacy.Text);

        var form = await visitor.OpenAsync("/fr/collaborate");
        Assert.Contains($"J’accepte que l’organisme responsable ({Name}) traite", form.Text);
        Assert.Contains("Qui est responsable de vos données (OFJ asbl)", form.Text);
        await visitor.SubmitAsync(form, site.Filled("ana@example.org", ("Language", "fr")), "#collaborate");
        var mail = await MailAsync(site.Host);
        Assert.Equal((Name, "bonjour@ofj.example"), (mail.From.Mailboxes.Single().Name, mail.From.Mailboxes.Single().Address));
        Assert.Contains($"{Name} · 1 rue Haute, 1000 Bruxelles", mail.TextBody);

        Assert.All([home.Html.Source.Text, privacy.Html.Source.Text, form.Html.Source.Text, mail.TextBody, mail.HtmlBody], text => Assert.DoesNotContain("Observatoire", text));
    }

    private static IReadOnlyList<(string, string)> Entered =>
    [
        ("ShortName", "OFJ"), ("Name-en", "Fictitious Youth Office"), ("Name-es", "Oficina ficticia de la juventud"), ("Name-fr", Name),
        ("ContactEmail", "bonjour@ofj.example"), ("Controller", "OFJ asbl"), ("Address", "1 rue Haute\r\n1000 Bruxelles"), ("SupervisoryAuthority", "Autorité fictive"),
        ("TimeZone", "Asia/Kathmandu"), ("Languages", "es"), ("Languages", "fr"), ("First", "fr"), ("PrivacyText-fr", "Écrivez à {controller}."),
    ];

    private static IEnumerable<string> Texts(TestPage page, string selector) =>
        page.Html.QuerySelectorAll(selector).Select(element => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static Task<MimeMessage> MailAsync(TestHost host) => Eventually.GetAsync(
        async () =>
        {
            var folder = Path.Combine(host.DataFolder, "mail");
            return Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.eml").SingleOrDefault() is { } file ? await MimeMessage.LoadAsync(file) : null;
        },
        "the receipt");
}
