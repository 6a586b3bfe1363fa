using System.Net;
using System.Text.Json;

namespace IJJO.Platform.Tests.OData;

public sealed class FunctionTests(ShelfSite site)
{
    private const string All = "fixture.read fixture.all fixture.loans fixture.lend";

    [Fact]
    public async Task Rows_that_answer_a_function_are_asked_for_like_those_of_their_set()
    {
        var book = await BookAsync(5);
        var (id, shelf) = (book.GetProperty("Id").GetString(), book.GetProperty("Shelf").GetString());
        var list = await site.GetAsync($"work/Books({id})/work.sameShelf?$count=true&$orderby=Title&$top=3&$select=Id,Shelf", All);
        Assert.EndsWith("/odata/work/$metadata#Books(Id,Shelf)", list.GetProperty("@odata.context").GetString());
        Assert.All(list.GetProperty("value").EnumerateArray(), other => Assert.Equal(shelf, other.GetProperty("Shelf").GetString()));
        Assert.DoesNotContain(list.GetProperty("value").EnumerateArray(), other => other.GetProperty("Id").GetString() == id);
        Assert.Equal(list.GetProperty("@odata.count").GetInt32().ToString(null as IFormatProvider), await TextAsync($"work/Books({id})/work.sameShelf()/$count"));
        Assert.Equal(await TextAsync($"work/Books({id})/work.sameShelf/$count?$filter=Pages ge 60"), await TextAsync($"work/Books/{id}/work.sameShelf(minPages=@least)/$count?@least=60"));
        Assert.True((await site.GetAsync($"work/Books({id})/work.sameShelf(minPages=0)?$top=1&$expand=Loans", All)).GetProperty("value")[0].TryGetProperty("Loans", out _));
    }

    [Fact]
    public async Task The_next_page_of_a_function_is_behind_its_link()
    {
        var loans = await site.GetAsync("work/Books/work.loansOfShelf(shelf='A')", "fixture.read fixture.all fixture.loans");
        var shelf = (await BookAsync(11)).GetProperty("Shelf").GetString()!;
        var first = await site.GetAsync($"work/Books/work.loansOfShelf(shelf='{Uri.EscapeDataString(shelf)}')", All);
        var second = await site.GetAsync(first.GetProperty("@odata.nextLink").GetString()!, All);
        Assert.Empty(first.GetProperty("value").EnumerateArray().Select(Id).Intersect(second.GetProperty("value").EnumerateArray().Select(Id)));
        Assert.EndsWith("$metadata#Loans", loans.GetProperty("@odata.context").GetString());

        static string Id(JsonElement row) => row.GetProperty("Id").GetString()!;
    }

    [Fact]
    public async Task A_function_shows_no_row_that_its_set_hides()
    {
        var mine = await site.GetAsync("work/Books/work.loansOfShelf(shelf='A')", "fixture.read fixture.loans", "eva");
        Assert.All(mine.GetProperty("value").EnumerateArray(), loan => Assert.Equal("eva", loan.GetProperty("Reader").GetString()));
        var anas = (await site.GetAsync("work/Books?$top=1&$select=Id", "fixture.read", "ana")).GetProperty("value")[0].GetProperty("Id").GetString();
        foreach (var (path, permissions, status) in new[]
        {
            ("work/Books/work.loansOfShelf(shelf='A')", "fixture.read", HttpStatusCode.Forbidden), ($"work/Books({anas})/work.sameShelf", "fixture.read", HttpStatusCode.NotFound),
            ($"work/Books({anas})/work.lastHad", "fixture.read", HttpStatusCode.NotFound), ($"work/Books({anas})/work.whoHad", "fixture.read", HttpStatusCode.Forbidden),
        })
        {
            using var response = await site.SendAsync(HttpMethod.Get, path, permissions: permissions, name: "eva");
            Assert.Equal((path, status), (path, response.StatusCode));
            await ShelfSite.ErrorAsync(response);
        }
    }

    [Theory]
    [InlineData("work.pages(shelf='A')", "Shelf eq 'A'")]
    [InlineData("work.pages(from=2000-01-01,to=2009-12-31)", "year(Printed) ge 2000 and year(Printed) lt 2010")]
    [InlineData("work.pages(to=2009-12-31,from=@first)?@first=2000-01-01", "year(Printed) ge 2000 and year(Printed) lt 2010")]
    [InlineData("work.pages(from=2000-01-01,to=2030-01-01,bindings=@b)?@b=['Cloth','Paper']", "Binding in ('Cloth','Paper') and year(Printed) ge 2000")]
    public async Task Functions_of_one_name_are_told_apart_by_their_parameters(string call, string same)
    {
        var pages = (await site.GetAsync($"work/Books?$apply=filter({same})/aggregate(Pages with sum as Sum)", All)).GetProperty("value")[0].GetProperty("Sum").GetInt32();
        var answer = await site.GetAsync("work/Books/" + call, All);
        Assert.Equal(pages, answer.GetProperty("value").GetInt32());
        Assert.EndsWith("$metadata#Edm.Int32", answer.GetProperty("@odata.context").GetString());
    }

    [Fact]
    public async Task An_answer_may_be_a_record_a_list_of_them_or_nothing()
    {
        var id = (await BookAsync(5)).GetProperty("Id").GetString();
        var list = await site.GetAsync($"work/Books({id})/work.whoHad()", All);
        Assert.EndsWith("$metadata#Collection(work.Borrower)", list.GetProperty("@odata.context").GetString());
        Assert.Equal("""[{"Reader":"ana","Times":3,"Last":"2026-01-05"},{"Reader":"eva","Times":2,"Last":"2026-01-04"}]""", list.GetProperty("value").GetRawText());
        var one = await site.GetAsync($"work/Books({id})/work.lastHad", All);
        Assert.Equal(["@odata.context", "Reader", "Times", "Last"], one.EnumerateObject().Select(member => member.Name));
        using var none = await site.SendAsync(HttpMethod.Get, $"work/Books({(await BookAsync(0)).GetProperty("Id").GetString()})/work.lastHad", permissions: All);
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
    }

    [Theory]
    [InlineData("GET", "Books/work.pages", 404), InlineData("GET", "Books/work.pages(shelf=1)", 404), InlineData("GET", "Books/work.pages(colour='red')", 404), InlineData("GET", "Books/work.nothing()", 404)]
    [InlineData("GET", "Books/work.pages(shelf=null)", 400), InlineData("GET", "Books/work.pages(shelf=@s)", 400), InlineData("GET", "Books/work.pages(shelf='A')?$filter=true", 400)]
    [InlineData("POST", "Books/work.pages(shelf='A')", 405), InlineData("GET", "Books/work.countShelf", 405), InlineData("POST", "Books/work.nothing", 404), InlineData("GET", "Books/work.pages(shelf='A')/$count", 404)]
    [InlineData("GET", "Books/work.loansOfShelf(shelf='A')?$filter=Nothing eq 1", 400), InlineData("GET", "Marks/work.pages(shelf='A')", 404)]
    public async Task A_call_that_makes_no_sense_is_an_error_with_a_code(string method, string path, int status)
    {
        using var response = await site.SendAsync(new HttpMethod(method), "work/" + path, permissions: All);
        Assert.Equal((path, status), (path, (int)response.StatusCode));
        await ShelfSite.ErrorAsync(response);
    }

    [Fact]
    public async Task Parameters_are_held_against_their_rules()
    {
        var id = (await BookAsync(5)).GetProperty("Id").GetString();
        using var response = await site.SendAsync(HttpMethod.Get, $"work/Books({id})/work.sameShelf(minPages=-1)", permissions: All);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var detail = (await ShelfSite.ErrorAsync(response)).GetProperty("details")[0];
        Assert.Equal(("field.range", "minPages"), (detail.GetProperty("code").GetString(), detail.GetProperty("target").GetString()));
    }

    private async Task<JsonElement> BookAsync(int number) => (await site.GetAsync($"work/Books?$orderby=Id&$top=1&$skip={number}&$filter=Pages ge 0")).GetProperty("value")[0];

    private async Task<string> TextAsync(string path)
    {
        using var response = await site.SendAsync(HttpMethod.Get, path, permissions: All);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }
}
