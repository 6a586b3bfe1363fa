using IJJO.Outreach.Deliveries;
using IJJO.Outreach.Templates;
using IJJO.Platform.Testing;
using MimeKit;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Outreach.Tests;

public sealed class RenderingTests
{
    private static readonly MailRenderer Renderer = new(new MailTemplates(new ShippedMails(new TestCatalog()), new EditedTemplates(new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>())), new TestSite(), new Sender(new(), new TestSite()));
    private static readonly MailComposer Composer = new(Renderer, new Sender(new(), new TestSite()), new TestSite());

    public static TheoryData<string, string> ShippedTemplates()
    {
        var data = new TheoryData<string, string>();
        foreach (var template in new[] { "offer-group", "offer-action", "decision-roster", "decision-referred", "decision-declined" })
        {
            foreach (var language in new[] { "en", "es", "fr" }) data.Add(template, language);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(ShippedTemplates))]
    public void Every_shipped_template_renders_in_its_own_language(string template, string language)
    {
        var resource = $"IJJO.Outreach.Mails.{template}.{language}.liquid";
        Assert.Contains(resource, typeof(OutreachModule).Assembly.GetManifestResourceNames());

        var mail = Renderer.Render($"outreach.{template}", language, "Ana", TemplateModel.From(Model.Offer));

        Assert.Null(mail.Problem);
        Assert.Contains("S-2026-00001", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Su experiencia con programas locales.", mail.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", mail.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_misses_a_value_makes_no_mail_and_says_which()
    {
        await using var sink = new SmtpSink();
        await using var host = await MailHost.StartAsync(sink);
        await host.RequestAsync("ana@entity.example", model: new { name = "Ana", reference = "S-1" });
        await host.Pump.RunAsync(TestContext.Current.CancellationToken);

        var delivery = (await host.DeliveriesAsync()).Single();
        Assert.Equal(DeliveryState.Held, delivery.State);
        Assert.Contains("reason", delivery.LastError, StringComparison.Ordinal);
        Assert.Contains("answerLink", delivery.LastError, StringComparison.Ordinal);
        Assert.Empty(sink.Dots);
    }

    [Fact]
    public void A_null_value_is_there_and_empty()
    {
        var mail = Renderer.Render("tests.plain", "en", "Ana", TemplateModel.From(new { Title = "A", Note = (string?)null, Link = "https://observatory.example/x" }));

        Assert.Null(mail.Problem);
    }

    [Theory]
    [InlineData("tests.nothing", "neither")]
    [InlineData("nobody.receipt", "No running module")]
    [InlineData("tests.no-subject", "first line")]
    public void A_template_that_cannot_be_used_is_a_reason_not_a_crash(string template, string reason)
    {
        var mail = Renderer.Render(template, "en", "Ana", TemplateModel.From(new { }));

        Assert.Contains(reason, mail.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_person_typed_is_shown_as_typed()
    {
        var mail = Renderer.Render("tests.plain", "en", "Ana", TemplateModel.From(new
        {
            Title = "x\r\nBcc: victim@example.org", Note = "[click](https://evil.example) <b>bold</b> *star* https://evil.example/a", Link = "https://observatory.example/en/x_y_z",
        }));
        var bodies = Composer.Bodies(mail.Subject, mail.Markdown, "en");

        Assert.DoesNotContain('\n', mail.Subject);
        Assert.DoesNotContain("href=\"https://evil.example", bodies.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", bodies.Html, StringComparison.Ordinal);
        Assert.Contains("[click](https://evil.example) <b>bold</b> *star*", bodies.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"https://observatory.example/en/x_y_z\"", bodies.Html, StringComparison.Ordinal);
        Assert.Contains("Open: https://observatory.example/en/x_y_z", bodies.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_has_the_headers_that_the_standards_ask_for()
    {
        var id = Guid.CreateVersion7();
        var date = new DateTimeOffset(2026, 3, 31, 9, 0, 0, TimeSpan.Zero);
        var composed = await Composer.ComposeAsync(new(id, "ana@entity.example", "Ana\r\nBcc: victim@example.org", "es", MailClass.Confirmation, date), "Asunto\r\nX-Evil: 1", "Hola.");
        var message = await MimeMessage.LoadAsync(new MemoryStream(composed.Content!), TestContext.Current.CancellationToken);

        Assert.Equal($"{id}@observatory.example", message.MessageId);
        Assert.Equal(date, message.Date);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal("contact@observatory.example", ((MailboxAddress)message.From[0]).Address);
        Assert.Null(message.Headers["X-Evil"]);
        Assert.Empty(message.Bcc);
        Assert.Null(message.Headers["List-Unsubscribe"]);
        Assert.Contains("Hola.", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("lang=\"es\"", message.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_newsletters_carry_the_unsubscribe_headers()
    {
        var composed = await Composer.ComposeAsync(
            new(Guid.NewGuid(), "ana@entity.example", "Ana", "es", MailClass.Newsletter, DateTimeOffset.UtcNow, new("https://observatory.example/es/unsubscribe/x")), "Asunto", "Hola.");
        var message = await MimeMessage.LoadAsync(new MemoryStream(composed.Content!), TestContext.Current.CancellationToken);

        Assert.Equal("<https://observatory.example/es/unsubscribe/x>", message.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        Assert.Null(message.Headers["Auto-Submitted"]);
    }

    [Theory]
    [InlineData("Ana@Bücher.example", "ana@xn--bcher-kva.example")]
    [InlineData("  ana@entity.example ", "ana@entity.example")]
    [InlineData("ánа@entity.example", null)]
    [InlineData("ana@entity.example, eve@evil.example", null)]
    [InlineData("ana@entity.example\r\nRCPT TO:<eve@evil.example>", null)]
    [InlineData("nobody", null)]
    public void An_address_is_made_comparable_or_refused(string typed, string? expected)
    {
        Mailbox.TryParse(typed, out var normal);

        Assert.Equal(expected, normal);
    }

    [Fact]
    public async Task A_mail_that_is_too_large_is_not_sent()
    {
        var composed = await Composer.ComposeAsync(new(Guid.NewGuid(), "ana@entity.example", "Ana", "es", MailClass.Decision, DateTimeOffset.UtcNow), "Asunto", new string('x', 60_000));

        Assert.Null(composed.Content);
        Assert.Contains("too large", composed.Problem, StringComparison.Ordinal);
    }
}
