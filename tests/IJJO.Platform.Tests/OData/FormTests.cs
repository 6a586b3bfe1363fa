using System.Net;
using System.Text.Json;

namespace IJJO.Platform.Tests.OData;

/// <summary>The form of an answer, asked for by <c>$format</c> or <c>Accept</c>.</summary>
public sealed class FormTests(ShelfSite site)
{
    [Theory]
    [InlineData("work/Books?$top=1&$format=json"), InlineData("work/Books?$top=1&$compute=Pages add 1 as More&$format=json"), InlineData("work/Books?$apply=aggregate($count as N)&$format=application/json"), InlineData("work?$format=json")]
    public async Task The_format_in_the_address_goes_before_what_the_header_accepts(string path)
    {
        using var response = await site.SendAsync(HttpMethod.Get, path, headers: ("Accept", "text/html"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.NotEmpty(JsonDocument.Parse(await TextAsync(response)).RootElement.GetProperty("value").EnumerateArray());
    }

    [Theory]
    [InlineData("work/Books?$format=xml"), InlineData("work/Books?$format=application/atom%2Bxml"), InlineData("work/Books?$compute=Pages add 1 as More&$format=xml"), InlineData("work/Marks(Zone='z',Area=1)?$format=xml"), InlineData("work?$format=xml")]
    public async Task A_format_that_data_do_not_come_in_is_not_acceptable(string path)
    {
        using var response = await site.SendAsync(HttpMethod.Get, path, headers: ("Accept", "application/json"));
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Equal("not-acceptable", (await ShelfSite.ErrorAsync(response)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("work/Books?$top=2"), InlineData("work/Books?$top=2&$expand=Loans($top=1)"), InlineData("work/Books?$top=2&$compute=Pages add 1 as More"), InlineData("work/Books?$apply=groupby((Shelf),aggregate($count as N))")]
    [InlineData("work/Marks(Zone='z',Area=1)"), InlineData("work/Marks(Zone='z',Area=1)/Note"), InlineData("work/Books/work.pages(shelf='A')"), InlineData("work")]
    public async Task Without_metadata_there_is_no_control_information(string path)
    {
        using var response = await site.SendAsync(HttpMethod.Get, path, permissions: "fixture.read fixture.all fixture.loans", headers: ("Accept", "application/json;odata.metadata=none"));
        var text = await TextAsync(response);
        Assert.True(response.IsSuccessStatusCode, text);
        Assert.DoesNotContain("@odata", text);
        Assert.Contains("none", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task The_link_to_the_next_page_is_no_metadata()
    {
        using var response = await site.SendAsync(HttpMethod.Get, "work/Books?$count=true&$select=Title&$format=application/json;metadata=none");
        var page = JsonDocument.Parse(await TextAsync(response)).RootElement;
        Assert.Equal(["@odata.count", "value", "@odata.nextLink"], page.EnumerateObject().Select(member => member.Name));
        Assert.Equal(["Title"], page.GetProperty("value")[0].EnumerateObject().Select(member => member.Name));
        using var references = await site.SendAsync(HttpMethod.Get, "work/Books/$ref?$top=1", headers: ("Accept", "application/json;odata.metadata=none"));
        Assert.Equal(["value"], JsonDocument.Parse(await TextAsync(references)).RootElement.EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("Accept", "application/json;metadata=full"), InlineData("Accept", "application/json;odata.metadata=full"), InlineData("$format", "application/json;metadata=full")]
    public async Task Full_metadata_names_types_and_addresses_and_leads_to_the_next_page(string by, string form)
    {
        const string query = "work/Books?$orderby=Id&$filter=Pages ge 0&$count=true";
        var minimal = await site.GetAsync(query);
        using var response = by == "Accept" ? await site.SendAsync(HttpMethod.Get, query, headers: (by, form)) : await site.SendAsync(HttpMethod.Get, $"{query}&{by}={form}");
        var full = JsonDocument.Parse(await TextAsync(response)).RootElement;
        Assert.Contains("full", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(minimal.GetProperty("@odata.count").GetRawText(), full.GetProperty("@odata.count").GetRawText());
        var (row, same) = (full.GetProperty("value")[0], minimal.GetProperty("value")[0]);
        Assert.Equal("#work.Book", row.GetProperty("@odata.type").GetString());
        Assert.EndsWith($"Books({same.GetProperty("Id").GetString()})", row.GetProperty("@odata.id").GetString());
        Assert.Equal("#Decimal", row.GetProperty("Price@odata.type").GetString());
        foreach (var member in same.EnumerateObject().Where(member => !member.Name.Contains('@'))) Assert.True(JsonElement.DeepEquals(member.Value, row.GetProperty(member.Name)), $"{member.Name}: {row.GetProperty(member.Name)}");
        // The rest is behind the link, in the form that it is asked for in.
        var next = await site.GetAsync(full.GetProperty("@odata.nextLink").GetString()!);
        static IEnumerable<string?> Keys(JsonElement page) => page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("Id").GetString());
        Assert.Equal(Keys(await site.GetAsync(minimal.GetProperty("@odata.nextLink").GetString()!)), Keys(next));
    }

    [Fact]
    public async Task Numbers_that_a_double_cannot_hold_come_as_texts_when_asked_for()
    {
        const string query = "work/Books?$orderby=Id&$filter=Price gt 0&$count=true&$select=Id,Pages,Price";
        var plain = await site.GetAsync(query);
        using var response = await site.SendAsync(HttpMethod.Get, query, headers: ("Accept", "application/json;IEEE754Compatible=true"));
        var page = JsonDocument.Parse(await TextAsync(response)).RootElement;
        Assert.Contains("IEEE754Compatible=true", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(JsonValueKind.String, page.GetProperty("@odata.count").ValueKind);
        Assert.Equal(100, page.GetProperty("value").GetArrayLength());
        foreach (var (row, same) in page.GetProperty("value").EnumerateArray().Zip(plain.GetProperty("value").EnumerateArray()))
        {
            Assert.Equal(same.GetProperty("Price").GetRawText(), row.GetProperty("Price").GetString());
            Assert.Equal(same.GetProperty("Pages").GetRawText(), row.GetProperty("Pages").GetRawText());
        }
        Assert.NotEmpty((await site.GetAsync(page.GetProperty("@odata.nextLink").GetString()!)).GetProperty("value").EnumerateArray());
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
