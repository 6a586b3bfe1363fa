using System.Net;
using System.Net.Http.Json;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Audit;

public sealed class AuditTests(AuditTests.Site site) : IClassFixture<AuditTests.Site>
{
    private readonly TestPerson _ana = TestPerson.Staff("Ana Roca", "library.read", "library.lend", "platform.cases.read");

    [Fact]
    public async Task An_action_over_odata_leaves_one_line_with_who_what_and_the_key()
    {
        var id = await LoanAsync("Book 01");
        using var done = await LendAsync(id);
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        Assert.Equal([$"Did library.lend {id}"], await LinesAsync());
    }

    [Fact]
    public async Task An_action_by_form_leaves_one_line_beside_that_of_the_opened_record()
    {
        var id = await LoanAsync("Book 02");
        var browser = site.Host.Browser(_ana);
        var page = await browser.OpenAsync($"/staff/library/Loans/{id}");
        Assert.Equal([$"Opened library/Loans {id}"], await LinesAsync());
        await browser.SubmitAsync(page, [("To", "Eva")], "form#action-lend");
        // The answer to the form leads back to the record, which opens it again.
        Assert.Equal([$"Opened library/Loans {id}", $"Did library.lend {id}", $"Opened library/Loans {id}"], await LinesAsync());
    }

    [Fact]
    public async Task What_was_refused_leaves_none()
    {
        var id = await LoanAsync("Book 03");
        using var refused = await LendAsync(id);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Empty(await LinesAsync());
    }

    [Fact]
    public async Task The_case_page_leaves_one_line()
    {
        var id = Guid.CreateVersion7();
        await site.Host.Browser(_ana).OpenAsync($"/staff/cases/{id}");
        Assert.Equal([$"Opened platform/cases {id}"], await LinesAsync());
    }

    [Fact]
    public async Task A_record_of_a_module_without_personal_data_leaves_none()
    {
        var editor = TestPerson.Staff("Eva Gil", "platform.vocabularies.edit");
        await site.Host.Browser(editor).OpenAsync("/staff/platform/Terms/country.ES");
        Assert.Empty(await LinesAsync(editor));
    }

    private async Task<string> LoanAsync(string title) =>
        (await Sql.ScalarAsync(site.Host, $"SELECT id FROM library.loans WHERE title = '{title}'"))!.ToString()!;

    private async Task<HttpResponseMessage> LendAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/odata/library/Loans({id})/library.lend") { Content = JsonContent.Create(new { to = "Lía" }) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await site.Host.Browser(_ana).Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<string[]> LinesAsync(TestPerson? person = null) =>
        (string[])(await Sql.ScalarAsync(site.Host,
            $"SELECT coalesce(array_agg(kind || ' ' || what || ' ' || target ORDER BY id), '{{}}') FROM identity.audit WHERE staff_id = '{(person ?? _ana).StaffId}'"))!;

    /// <summary>A host with the library, whose loans say who has a book.</summary>
    public sealed class Site : IAsyncLifetime
    {
        public TestHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync([TestPlaces.Fixture("Library")]);

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
