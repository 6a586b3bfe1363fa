using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IJJO.Platform.Data;
using IJJO.Platform.Testing;
using IJJO.Platform.Vocabularies;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Tests.Vocabularies;

public sealed class TermTests(PlainHost plain) : IClassFixture<PlainHost>
{
    private const string List = "/staff/platform/Terms", Service = "/odata/platform/Terms";
    private readonly TestHost _host = plain.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_shows_a_vocabulary_in_the_readers_language_and_is_linked()
    {
        var browser = Editor();
        browser.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");
        var page = await browser.OpenAsync($"{List}?view=line-of-work");
        Assert.Equal("Vocabularios", page.Html.QuerySelector("h1")!.TextContent);
        Assert.Equal(7, page.Html.QuerySelectorAll("tbody tr").Length);
        Assert.Contains(Vocabularies.Terms(Vocabulary.LineOfWork)[0].Labels["es"], page.Text);
        Assert.Single(page.Html.QuerySelectorAll(".side-nav a"), link => link.GetAttribute("href") == List);
        Assert.Contains("Plataforma", page.Html.QuerySelector(".side-nav")!.TextContent);
    }

    [Fact]
    public async Task Search_finds_a_label_in_any_language()
    {
        var page = await Editor().OpenAsync($"{List}?q=Alemania&f.Vocabulary=country");
        Assert.Equal("Germany", page.Html.QuerySelector("tbody th")!.TextContent.Trim());
    }

    [Fact]
    public async Task An_edited_label_is_shown_at_once_and_newer_shipped_data_leaves_it_alone()
    {
        var browser = Editor();
        var page = await browser.OpenAsync($"{List}/country.PT");
        Assert.Equal("Portugal", page.Html.QuerySelector("form#action-edit [name=LabelEn]")!.TextContent.Trim());
        var missing = await browser.SubmitAsync(page, [("LabelFr", " ")], "form#action-edit");
        Assert.NotNull(missing.Html.QuerySelector("[id$='-LabelFr'][aria-invalid=true]"));
        var done = await browser.SubmitAsync(missing, [("LabelFr", "République portugaise"), ("NoteEn", "A note")], "form#action-edit");
        Assert.Contains("Done.", done.Text);

        await Sql.ScalarAsync(_host, "UPDATE platform.setting SET value = 'older' WHERE key = 'vocabularies.shipped'; UPDATE platform.term SET labels = '{\"en\":\"Old\"}' WHERE id = 'ES'");
        await _host.InScopeAsync<PlatformDb>(db => new VocabularySeed(db).SeedAsync(Cancel));
        await _host.Services.GetRequiredService<VocabularyCache>().RefreshAsync(Cancel);
        Assert.Equal("République portugaise", Vocabularies.Find(Vocabulary.Country, "PT")!.Labels["fr"]);
        Assert.Equal("A note", Vocabularies.Find(Vocabulary.Country, "PT")!.Notes["en"]);
        Assert.Equal("Spain", Vocabularies.Find(Vocabulary.Country, "ES")!.Labels["en"]);
    }

    [Fact]
    public async Task A_term_is_added_by_form_and_stands_at_the_end()
    {
        var browser = Editor();
        var form = await browser.OpenAsync($"{List}/actions/add");
        Assert.Equal(15, form.Html.QuerySelectorAll("select[name=Vocabulary] option").Length);
        var done = await browser.SubmitAsync(form, [("Vocabulary", "profession"), ("Code", "family-mediator"), .. Labels("Family mediator", "Mediación familiar", "Médiation familiale")], "form#action");
        Assert.True(done.Path == List, done.Text);
        Assert.Equal("Mediación familiar", Vocabularies.Terms(Vocabulary.Profession)[^1].Label("es"));
    }

    [Fact]
    public async Task Over_odata_terms_are_added_changed_retired_and_restored()
    {
        var http = Editor().Http;
        using var added = await http.PostAsJsonAsync(Service, Term("theme", "test-courts"), Cancel);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var address = $"{Service}('theme.test-courts')";

        using var changed = await SendAsync(http, HttpMethod.Patch, address, new { LabelEn = "Courts under test" });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(("Courts under test", "Es"), (Found("test-courts").Labels["en"], Found("test-courts").Labels["es"]));

        using var retired = await SendAsync(http, HttpMethod.Post, $"{address}/platform.retire", new { });
        Assert.Equal(HttpStatusCode.NoContent, retired.StatusCode);
        Assert.DoesNotContain(Vocabularies.Terms(Vocabulary.Theme), t => t.Id == "test-courts");
        using var restored = await SendAsync(http, HttpMethod.Post, $"{address}/platform.restore", new { });
        Assert.True(Found("test-courts").IsActive);

        using var edited = await SendAsync(http, HttpMethod.Post, $"{address}/platform.edit", new { labelEn = "A", labelEs = "B", labelFr = "C", sortOrder = 3 });
        Assert.Equal(HttpStatusCode.NoContent, edited.StatusCode);
        Assert.Equal("C", Found("test-courts").Labels["fr"]);
    }

    [Fact]
    public async Task A_broader_term_must_be_there_and_not_be_below()
    {
        var http = Editor().Http;
        using var unknown = await http.PostAsJsonAsync(Service, Term("theme", "test-a", "none-such"), Cancel);
        Assert.Equal("term.parent-unknown", await DetailAsync(unknown));
        using var above = await http.PostAsJsonAsync(Service, Term("theme", "test-above"), Cancel);
        using var below = await http.PostAsJsonAsync(Service, Term("theme", "test-below", "test-above"), Cancel);
        Assert.Equal(HttpStatusCode.Created, below.StatusCode);
        using var circle = await SendAsync(http, HttpMethod.Patch, $"{Service}('theme.test-above')", new { Parent = "test-below" });
        Assert.Equal("term.parent-circle", await DetailAsync(circle));
        using var itself = await SendAsync(http, HttpMethod.Patch, $"{Service}('theme.test-above')", new { Parent = "test-above" });
        Assert.Equal("term.parent-circle", await DetailAsync(itself));
    }

    [Theory]
    [InlineData("theme", "with.dot", "term.code-rule")]
    [InlineData("theme", "-x", "term.code-rule")]
    [InlineData("country", "es", "term.taken")]
    [InlineData("colours", "red", "field.choice")]
    public async Task Odd_identifiers_are_refused(string vocabulary, string code, string why)
    {
        using var response = await Editor().Http.PostAsJsonAsync(Service, Term(vocabulary, code), Cancel);
        Assert.Equal(why, await DetailAsync(response));
    }

    [Fact]
    public async Task Who_may_not_edit_sees_nothing()
    {
        var other = _host.Browser(TestPerson.Staff("Eva", "platform.cases.read"));
        Assert.Equal(HttpStatusCode.Forbidden, (await other.OpenAsync(List)).Status);
        using var response = await other.Http.GetAsync(Service, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private IVocabularies Vocabularies => _host.Services.GetRequiredService<IVocabularies>();

    private Term Found(string theme) => Vocabularies.Find(Vocabulary.Theme, theme)!;

    private TestBrowser Editor() => _host.Browser(TestPerson.Staff("Ana Roca", "platform.vocabularies.edit"));

    private static (string, string)[] Labels(string en, string es, string fr) => [("LabelEn", en), ("LabelEs", es), ("LabelFr", fr)];

    private static object Term(string vocabulary, string code, string? parent = null) => new { vocabulary, code, labelEn = "En", labelEs = "Es", labelFr = "Fr", parent };

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string address, object body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await http.SendAsync(request, Cancel);
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("error");
        return Assert.Single(error.GetProperty("details").EnumerateArray()).GetProperty("code").GetString();
    }
}
