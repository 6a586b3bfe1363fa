using System.Net;
using IJJO.Platform;
using IJJO.Platform.Testing;
using MimeKit;
using Npgsql;

namespace IJJO.Outreach.Tests;

/// <summary>The real host with this module alone. What other modules would say comes as events; what happened is read from the mailbox, the pages and the tables.</summary>
internal sealed class OutreachSite(TestHost host) : IAsyncDisposable
{
    internal static readonly string[] Everything = ["outreach.read", "outreach.write", "outreach.approve", "outreach.deliveries", "outreach.suppress", "outreach.templates"];

    internal TestHost Host => host;

    internal static async Task<OutreachSite> StartAsync(params string[] settings) => new(await TestHost.StartAsync(["outreach"], settings));

    public ValueTask DisposeAsync() => host.DisposeAsync();

    internal TestBrowser Coordinator(string name = "Carla") => host.Browser(TestPerson.Staff(name, Everything));

    internal async Task<Decided> DecideAsync(string outcome = "action-offered", string? action = "join-working-group", bool inGroup = true, string language = "es")
    {
        var decided = new Decided(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), inGroup ? Guid.CreateVersion7() : null);
        await host.PublishAsync(new PartyChangedSent(decided.PartyId, "Ana Ruiz", "Fundación Camino", "Ana@Camino.example", language, "ES"));
        await host.PublishAsync(new DecidedSent(
            decided.DecisionId, decided.CaseId, decided.PartyId, "S-2026-00042", outcome, action, decided.GroupId, inGroup ? "Justicia restaurativa" : null,
            "Su experiencia con [programas](https://evil.example) locales.", "Diego"));
        return decided with { MessageId = Guid.Parse(await Eventually.GetAsync(() => AskAsync("SELECT id::text FROM outreach.message WHERE decision_id = $1", decided.DecisionId), "the draft")) };
    }

    /// <summary>The one mail to an address in the mailbox folder.</summary>
    internal Task<MimeMessage> MailAsync(string to = "ana@camino.example") =>
        Eventually.GetAsync(async () => (await MailsAsync()).SingleOrDefault(m => m.To.Mailboxes.Single().Address == to), $"a mail to {to}");

    internal async Task<IReadOnlyList<MimeMessage>> MailsAsync()
    {
        var folder = Path.Combine(host.DataFolder, "mail");
        if (!Directory.Exists(folder)) return [];
        var mails = new List<MimeMessage>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.eml")) mails.Add(await MimeMessage.LoadAsync(file));
        return mails;
    }

    internal async Task<string?> AskAsync(string sql, params object[] parameters)
    {
        await using var connection = new NpgsqlConnection(host.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters) command.Parameters.AddWithValue(parameter);
        return await command.ExecuteScalarAsync() as string;
    }

    internal Task<string?> StateOfAsync(Decided decided) => AskAsync("SELECT state FROM outreach.message WHERE id = $1", decided.MessageId);

    internal static string AnswerPath(MimeMessage mail)
    {
        var start = mail.TextBody!.IndexOf("/es/answer/", StringComparison.Ordinal);
        return mail.TextBody[start..].Split((char[]?)null, 2)[0];
    }

    internal async Task<TestPage> ApprovedAsync(Decided decided)
    {
        var browser = Coordinator();
        var page = await browser.OpenAsync($"/staff/outreach/messages/{decided.MessageId}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return await browser.SubmitAsync(page, [], "#approve");
    }
}

internal sealed record Decided(Guid DecisionId, Guid CaseId, Guid PartyId, Guid? GroupId, Guid MessageId = default);
