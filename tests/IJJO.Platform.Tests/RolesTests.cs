using System.Net;
using System.Text.Json;
using IJJO.Platform.Testing;
using IJJO.Platform.Tests.Events;

namespace IJJO.Platform.Tests;

/// <summary>A site of several hosts, some for its pages and some for its work.</summary>
public sealed class RolesTests
{
    [Fact]
    public async Task What_a_web_host_takes_in_is_done_by_a_worker_which_serves_no_pages()
    {
        var database = await TestServer.NewDatabaseAsync();
        await using var web = await StartAsync(database, "web");
        await Sql.ScalarAsync(database, "ALTER TABLE good.visits ADD host text DEFAULT current_setting('tests.host', true)");
        await web.PublishAsync(new Knocked("Ana"));
        await web.PublishAsync(new MailRequested("platform.participant-link", "1", "ana@camino.example", "Ana Ruiz", "en", JsonSerializer.SerializeToElement(new { name = "Ana Ruiz", link = "https://site.example/en/enter/x" }), null, null));
        Ask.ForTicks(database, "job");
        Assert.Equal(HttpStatusCode.OK, (await web.Browser().OpenAsync("/en")).Status);

        await using var worker = await StartAsync(database, "worker");

        Assert.Equal(HttpStatusCode.OK, (await worker.Browser().Http.GetAsync("/readyz")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.Browser().Http.GetAsync("/en")).StatusCode);
        await Eventually.IsTrueAsync(async () => Equals(3L, await Sql.ScalarAsync(database, "SELECT count(*) FROM good.visits")), "two handlers and a job");
        Assert.Equal(3L, await Sql.ScalarAsync(database, "SELECT count(*) FROM good.visits WHERE host = 'worker'"));
        await Eventually.IsTrueAsync(() => Task.FromResult(Mails(worker) == 1), "the mail");
        Assert.Equal(0, Mails(web));
    }

    [Fact]
    public async Task A_role_that_there_is_not_stops_the_start_with_a_sentence_that_names_those_there_are()
    {
        var problem = await Assert.ThrowsAsync<PlatformStartException>(() => TestHost.StartAsync([], ["Platform:Roles=web,cook"], "Host=nowhere.invalid"));

        Assert.Equal("Platform:Roles names \"cook\". Use web, worker, or both separated by a comma.", problem.Message);
    }

    /// <summary>A host whose connections say whose they are.</summary>
    private static Task<TestHost> StartAsync(string database, string role) =>
        TestHost.StartAsync(["outreach", TestPlaces.Fixture("Good")], [$"Platform:Roles={role}"], $"{database};Options=-c tests.host={role}");

    private static int Mails(TestHost host) => Path.Combine(host.DataFolder, "mail") is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml").Length : 0;
}
