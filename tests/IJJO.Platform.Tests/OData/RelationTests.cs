using System.Net;
using System.Text.Json;

namespace IJJO.Platform.Tests.OData;

/// <summary>The addresses behind a relation.</summary>
public sealed class RelationTests(ShelfSite site)
{
    private const string All = "fixture.read fixture.all fixture.loans";

    [Fact]
    public async Task Related_rows_have_an_address_that_takes_what_their_set_takes()
    {
        var book = await BookAsync(10);
        var all = await site.GetAsync($"work/Books({book})/Loans", All);
        Assert.Equal(10, all.GetProperty("value").GetArrayLength());
        Assert.EndsWith("/odata/work/$metadata#Loans", all.GetProperty("@odata.context").GetString());
        var some = await site.GetAsync($"work/Books/{book}/Loans?$filter=Reader eq 'ana'&$orderby=Day&$top=2&$select=Day&$count=true&$search=ana", All);
        Assert.Equal(5, some.GetProperty("@odata.count").GetInt32());
        Assert.Equal(["2026-01-01", "2026-01-03"], some.GetProperty("value").EnumerateArray().Select(loan => loan.GetProperty("Day").GetString()));
        Assert.Equal("5", await TextAsync($"work/Books({book})/Loans/$count?$filter=Reader eq 'eva'"));
        Assert.Equal(10, (await site.GetAsync($"work/Books({book})/Loans/$ref", All)).GetProperty("value").GetArrayLength());
        Assert.Equal(10, (await site.GetAsync($"work/Books({book})/Loans?$apply=aggregate($count as N)", All)).GetProperty("value")[0].GetProperty("N").GetInt32());
    }

    [Fact]
    public async Task One_of_the_related_rows_is_found_by_its_key_and_only_there()
    {
        var book = await BookAsync(10);
        var loan = (await site.GetAsync($"work/Books({book})/Loans?$top=1", All)).GetProperty("value")[0].GetProperty("Id").GetString();
        Assert.Equal(loan, (await site.GetAsync($"work/Books({book})/Loans({loan})", All)).GetProperty("Id").GetString());
        Assert.Equal(loan, (await site.GetAsync($"work/Books({book})/Loans({loan})/Id", All)).GetProperty("value").GetString());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"work/Books({await BookAsync(9)})/Loans({loan})"));
    }

    [Fact]
    public async Task The_one_that_a_row_belongs_to_has_an_address()
    {
        var loan = (await site.GetAsync("work/Loans?$top=1", All)).GetProperty("value")[0];
        var id = loan.GetProperty("Id").GetString();
        var book = await site.GetAsync($"work/Loans({id})/Book?$expand=Loans($top=1)", All);
        Assert.Equal(loan.GetProperty("BookId").GetString(), book.GetProperty("Id").GetString());
        Assert.EndsWith("/odata/work/$metadata#Books/$entity", book.GetProperty("@odata.context").GetString());
        Assert.Equal(book.GetProperty("Title").GetString(), await TextAsync($"work/Loans({id})/Book/Title/$value"));
        Assert.Equal(book.GetProperty("Topics").GetArrayLength().ToString(null as IFormatProvider), await TextAsync($"work/Loans({id})/Book/Topics/$count"));
        Assert.EndsWith($"Books({book.GetProperty("Id").GetString()})", (await site.GetAsync($"work/Loans({id})/Book/$ref", All)).GetProperty("@odata.id").GetString());
        // The row has a property of the name of that set.
        Assert.Equal(0, (await site.GetAsync($"work/Loans({id})/RelatedMarks", All)).GetProperty("value").GetArrayLength());
    }

    [Fact]
    public async Task Nothing_is_behind_a_row_that_one_may_not_see_and_no_content_where_there_is_nothing()
    {
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"work/Books({Guid.NewGuid()})/Loans"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync($"work/Books({await BookAsync(3)})/Loans", "fixture.read fixture.all"));
        using var others = await site.SendAsync(HttpMethod.Get, "work/Loans?$expand=Book", permissions: "fixture.read fixture.loans", name: "eva");
        var hidden = JsonDocument.Parse(await others.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("value").EnumerateArray()
            .First(loan => loan.GetProperty("Book").ValueKind == JsonValueKind.Null).GetProperty("Id").GetString();
        using var nothing = await site.SendAsync(HttpMethod.Get, $"work/Loans({hidden})/Book", permissions: "fixture.read fixture.loans", name: "eva");
        Assert.Equal(HttpStatusCode.NoContent, nothing.StatusCode);
    }

    [Theory]
    [InlineData("GET", "Loans/Book", 404), InlineData("GET", "Loans({0})/Book/Loans", 404), InlineData("POST", "Loans({0})/Book", 405), InlineData("PATCH", "Loans({0})/Book", 405)]
    [InlineData("POST", "Loans({0})/Book/$ref", 405), InlineData("POST", "Loans({0})/RelatedMarks", 405), InlineData("GET", "Loans({0})/Nothing", 404)]
    public async Task Only_reading_leads_through_a_relation_and_one_at_a_time(string method, string path, int status)
    {
        var loan = (await site.GetAsync("work/Loans?$top=1", All)).GetProperty("value")[0].GetProperty("Id").GetString();
        using var response = await site.SendAsync(new HttpMethod(method), "work/" + path.Replace("{0}", loan), null, All + " fixture.edit");
        Assert.Equal(status, (int)response.StatusCode);
        await ShelfSite.ErrorAsync(response);
        if (status == 405) Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
    }

    private async Task<string> BookAsync(int number) => (await site.GetAsync($"work/Books?$orderby=Id&$top=1&$skip={number}&$filter=Pages ge 0")).GetProperty("value")[0].GetProperty("Id").GetString()!;

    private async Task<HttpStatusCode> StatusAsync(string path, string permissions = All)
    {
        using var response = await site.SendAsync(HttpMethod.Get, path, permissions: permissions);
        if (!response.IsSuccessStatusCode) await ShelfSite.ErrorAsync(response);
        return response.StatusCode;
    }

    private async Task<string> TextAsync(string path)
    {
        using var response = await site.SendAsync(HttpMethod.Get, path, permissions: All);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
