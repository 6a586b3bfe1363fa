using System.Net;
using System.Text.Json;

namespace IJJO.Platform.Tests.OData;

public sealed class ReadTests(ShelfSite site)
{
    [Fact]
    public async Task A_text_that_is_kept_in_another_form_is_read_as_itself_however_often_it_is_asked_for()
    {
        for (var round = 0; round < 4; round++)
        {
            var marks = await site.GetAsync("work/Marks?$select=Note&$orderby=Note");
            Assert.Equal(["one", "two"], marks.GetProperty("value").EnumerateArray().Select(mark => mark.GetProperty("Note").GetString()));
        }
    }

    [Fact]
    public async Task A_list_has_a_page_its_count_and_a_link_to_the_next()
    {
        var list = await site.GetAsync("work/Books?$count=true");
        Assert.InRange(list.GetProperty("@odata.count").GetInt32(), Books.Count, Books.Count * 2);
        Assert.Equal(100, list.GetProperty("value").GetArrayLength());
        Assert.EndsWith("/odata/work/$metadata#Books", list.GetProperty("@odata.context").GetString());
        Assert.Contains("$skiptoken=", Uri.UnescapeDataString(list.GetProperty("@odata.nextLink").GetString()!));
    }

    [Fact]
    public async Task Two_services_whose_keys_begin_alike_do_not_take_each_others_requests()
    {
        Assert.EndsWith("/odata/work/$metadata#Books", (await site.GetAsync("work/Books?$top=1")).GetProperty("@odata.context").GetString());
        Assert.EndsWith("/odata/work-groups/$metadata#Books", (await site.GetAsync("work-groups/Books?$top=1")).GetProperty("@odata.context").GetString());
        using var missing = await site.SendAsync(HttpMethod.Get, "work-groups/Marks");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        await ShelfSite.ErrorAsync(missing);
    }

    [Fact]
    public async Task Row_rights_are_part_of_the_query()
    {
        using var response = await site.SendAsync(HttpMethod.Get, "work/Books/$count", permissions: "fixture.read", name: "eva");
        Assert.Equal("35", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var own = await site.SendAsync(HttpMethod.Get, "work/Books?$select=Id&$top=1", permissions: "fixture.read", name: "ana");
        var id = JsonDocument.Parse(await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("value")[0].GetProperty("Id").GetGuid();
        using var others = await site.SendAsync(HttpMethod.Get, $"work/Books({id})", permissions: "fixture.read", name: "eva");
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
        await ShelfSite.ErrorAsync(others);
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_and_somebody_without_the_permission_is_refused()
    {
        using var visitor = await site.SendAsync(HttpMethod.Get, "work/Books", permissions: "");
        Assert.Equal(HttpStatusCode.Unauthorized, visitor.StatusCode);
        await ShelfSite.ErrorAsync(visitor);
        using var refused = await site.SendAsync(HttpMethod.Get, "work/Books?$filter=nonsense", permissions: "other");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await ShelfSite.ErrorAsync(refused);
        using var open = await site.SendAsync(HttpMethod.Get, "work/Marks", permissions: "");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_with_a_query_is_said_by_name()
    {
        using var response = await site.SendAsync(HttpMethod.Get, "work/Books?$filter=Nope eq 1");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Nope", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Composite_keys_are_matched_by_name_whatever_their_order()
    {
        Assert.Equal("one", (await site.GetAsync("work/Marks(Zone='z',Area=1)")).GetProperty("Note").GetString());
        Assert.Equal("two", (await site.GetAsync("work/Marks(Area=2,Zone='a')")).GetProperty("Note").GetString());
    }

    [Theory]
    [InlineData("$filter=BoughtAt ge 2025-06-01T00:00:00%2B02:00", "$filter=BoughtAt ge 2025-05-31T22:00:00Z")]
    [InlineData("$filter=BoughtAt in (2025-06-01T00:00:00%2B02:00)", "$filter=BoughtAt in (2025-05-31T22:00:00Z)")]
    [InlineData("$filter=Printed in (2010-01-01,2011-01-01)", "$filter=Printed eq 2010-01-01 or Printed eq 2011-01-01")]
    [InlineData("$filter=Binding eq 'Cloth'", "$filter=Binding eq fixture.Binding'Cloth'")]
    public async Task Literals_mean_the_same_in_every_form(string one, string other) =>
        Assert.Equal(await CountAsync(one), await CountAsync(other.Replace("fixture.Binding", "work.Binding")));

    [Theory]
    [InlineData("$search=prison", 1)]
    [InlineData("$search=garcia", 1)]
    [InlineData("$search=GARC", 1)]
    [InlineData("$search=mediacion AND NOT prison", 1)]
    [InlineData("$search=\"ecole restorative\"", 1)]
    [InlineData("$search=prison 3", 1)]
    [InlineData("$search=justices", 1)]
    [InlineData("$search=prisons", 1)]
    [InlineData("$search=mediaciones", 1)]
    [InlineData("$search=detentions", 1)]
    [InlineData("$search=ninez", 1)]
    [InlineData("$search=nowhere", 0)]
    [InlineData("$search=S-2026-00001", 0)]
    public async Task Search_folds_accents_and_stems_words(string query, int least)
    {
        var found = await CountAsync(query);
        Assert.True(least == 0 ? found == 0 : found >= least && found < Books.Count, $"{query} found {found}");
    }

    [Fact]
    public async Task A_single_row_is_not_sent_again_to_who_has_it()
    {
        var id = (await site.GetAsync("work/Books?$top=1")).GetProperty("value")[0].GetProperty("Id").GetGuid();
        using var first = await site.SendAsync(HttpMethod.Get, $"work/Books({id})");
        var etag = first.Headers.ETag!;
        Assert.True(etag.IsWeak);
        using var again = await site.SendAsync(HttpMethod.Get, $"work/Books({id})", headers: ("If-None-Match", etag.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Head_answers_as_get_does_without_a_body()
    {
        using var response = await site.SendAsync(HttpMethod.Head, "work/Books?$top=3");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 100);
    }

    [Fact]
    public async Task What_a_reader_may_not_see_is_not_there_to_be_asked_for()
    {
        foreach (var query in new[] { "$filter=Secret ne null", "$orderby=Secret", "$select=Version", "$apply=groupby((Secret))", "$apply=aggregate(Version with max as V)", "$compute=Version add 1 as V" })
        {
            using var response = await site.SendAsync(HttpMethod.Get, "work/Books?" + query);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            await ShelfSite.ErrorAsync(response);
        }
    }

    private async Task<int> CountAsync(string query) => (await site.GetAsync($"work/Books?$count=true&$top=0&{query}")).GetProperty("@odata.count").GetInt32();
}
