using System.Net;
using System.Text.Json;

namespace IJJO.Platform.Tests.OData;

public sealed class AddressTests(ShelfSite site)
{
    private async Task<JsonElement> OneAsync(string query = "") => (await site.GetAsync("work/Books?$top=1&$orderby=Id&$filter=Subtitle ne null and Weight ne null and Opens ne null" + query)).GetProperty("value")[0];

    private async Task<(HttpResponseMessage Response, string Text)> AskAsync(string path, params (string, string)[] headers)
    {
        var response = await site.SendAsync(HttpMethod.Get, path, headers: headers);
        return (response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Title"), InlineData("Pages"), InlineData("Price"), InlineData("Lent"), InlineData("Binding"), InlineData("BoughtAt"), InlineData("Printed"), InlineData("Topics"), InlineData("Opens")]
    public async Task A_property_has_an_address_and_there_the_value_it_has_in_its_row(string property)
    {
        var row = await OneAsync();
        var id = row.GetProperty("Id").GetString();

        var alone = await site.GetAsync($"work/Books({id})/{property}");

        Assert.Equal(row.GetProperty(property).GetRawText(), alone.GetProperty("value").GetRawText());
        Assert.EndsWith($"/odata/work/$metadata#Books({id})/{property}", alone.GetProperty("@odata.context").GetString());
    }

    [Theory]
    [InlineData("Title", "text/plain"), InlineData("Pages", "text/plain"), InlineData("BoughtAt", "text/plain"), InlineData("Binding", "text/plain")]
    public async Task A_raw_value_is_the_value_and_nothing_else(string property, string type)
    {
        var row = await OneAsync();

        var (response, text) = await AskAsync($"work/Books({row.GetProperty("Id").GetString()})/{property}/$value");

        Assert.Equal(row.GetProperty(property).ToString(), text);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_property_without_a_value_has_no_content()
    {
        var id = (await site.GetAsync("work/Books?$top=1&$filter=Subtitle eq null")).GetProperty("value")[0].GetProperty("Id").GetString();

        Assert.Equal(HttpStatusCode.NoContent, (await AskAsync($"work/Books({id})/Subtitle")).Response.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await AskAsync($"work/Books({id})/Subtitle/$value")).Response.StatusCode);
    }

    [Fact]
    public async Task What_has_no_such_address_is_said_with_a_code()
    {
        var id = (await OneAsync()).GetProperty("Id").GetString();
        foreach (var (path, status) in new[]
        {
            ($"work/Books({id})/Secret", 404), ($"work/Books({id})/Nothing/$value", 404), ($"work/Books({Guid.NewGuid()})/Title", 404),
            ($"work/Books({Guid.NewGuid()})/$ref", 404), ($"work/Books({id})/Topics/$value", 404), ($"work/Books({id})/Title?$filter=true", 400),
            ("work/Books/$ref?$select=Title", 400), ("work/Nothing", 404), ("work/Books/$nothing", 404),
        })
        {
            using var response = await site.SendAsync(HttpMethod.Get, path);
            Assert.Equal((path, status), (path, (int)response.StatusCode));
            await ShelfSite.ErrorAsync(response);
        }
    }

    [Fact]
    public async Task The_version_of_a_row_is_that_of_its_property()
    {
        var id = (await OneAsync()).GetProperty("Id").GetString();
        var etag = (await AskAsync($"work/Books({id})")).Response.Headers.ETag!.ToString();

        var known = (await AskAsync($"work/Books({id})/Title", ("If-None-Match", etag))).Response;

        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        Assert.Equal(etag, known.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task A_key_may_stand_as_a_segment()
    {
        var row = await OneAsync();
        var id = row.GetProperty("Id").GetString();

        Assert.Equal(row.GetProperty("Title").GetString(), (await site.GetAsync($"work/Books/{id}")).GetProperty("Title").GetString());
        Assert.Equal(row.GetProperty("Title").GetString(), (await site.GetAsync($"work/Books/{id}/Title")).GetProperty("value").GetString());
    }

    [Fact]
    public async Task References_are_addresses_that_lead_to_the_rows()
    {
        var list = await site.GetAsync("work/Books/$ref?$top=3&$count=true&$orderby=Title");

        Assert.Equal(["@odata.context", "@odata.count", "value"], list.EnumerateObject().Select(member => member.Name));
        var rows = (await site.GetAsync("work/Books?$top=3&$orderby=Title")).GetProperty("value").EnumerateArray().Select(row => row.GetProperty("Id").GetString()).ToArray();
        Assert.Equal(rows.Select(id => $"Books({id})"), list.GetProperty("value").EnumerateArray().Select(one => one.GetProperty("@odata.id").GetString()!.Split('/')[^1]));
        var address = list.GetProperty("value")[0].GetProperty("@odata.id").GetString()!;
        Assert.Equal(rows[0], (await site.GetAsync(address)).GetProperty("Id").GetString());
        Assert.Equal(address, (await site.GetAsync(address + "/$ref")).GetProperty("@odata.id").GetString());
        Assert.Equal("work/Marks(Zone='z',Area=1)", string.Join('/', Uri.UnescapeDataString((await site.GetAsync("work/Marks(Area=1,Zone='z')/$ref")).GetProperty("@odata.id").GetString()!).Split('/')[^2..]));
    }

    [Theory]
    [InlineData(null, null, "4.0")]
    [InlineData(null, "4.0", "4.0")]
    [InlineData(null, "4.01", "4.01")]
    [InlineData("4.01", null, "4.01")]
    [InlineData("4.01", "4.0", "4.0")]
    [InlineData(null, "5.0", "4.01")]
    public async Task Both_sides_agree_on_a_version(string? sent, string? most, string agreed)
    {
        (string, string)[] headers = [.. new[] { ("OData-Version", sent), ("OData-MaxVersion", most) }.Where(header => header.Item2 is not null).Select(header => (header.Item1, header.Item2!))];
        foreach (var path in new[] { "work", "work/$metadata", "work/Books?$top=1", "work/Books/$count", "work/Books(1)" })
            Assert.Equal(agreed, (await AskAsync(path, headers)).Response.Headers.GetValues("OData-Version").Single());
    }

    [Theory]
    [InlineData("OData-Version", "3.0"), InlineData("OData-Version", "new"), InlineData("OData-MaxVersion", "3.0")]
    public async Task Another_version_is_refused(string header, string version)
    {
        using var response = await site.SendAsync(HttpMethod.Get, "work/Books?$top=1", headers: [(header, version)]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("unsupported-version", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("top=2&orderby=Title&filter=Pages gt 10&count=true&select=Title")]
    [InlineData("$Top=2&$OrderBy=Title&$FILTER=Pages gt 10&$Count=true&Select=Title")]
    public async Task Names_of_options_may_do_without_the_dollar_sign_and_in_any_case(string query)
    {
        var wanted = await site.GetAsync("work/Books?$top=2&$orderby=Title&$filter=Pages gt 10&$count=true&$select=Title");

        Assert.Equal(wanted.GetRawText(), (await site.GetAsync("work/Books?" + query)).GetRawText());
    }

    [Theory]
    [InlineData("$filter=contains(Title,@word) and Pages in @sizes&$orderby=@by&@word='is'&@sizes=(10,20,30)&@by=Title,Id", "$filter=contains(Title,'is') and Pages in (10,20,30)&$orderby=Title,Id")]
    [InlineData("$filter=Subtitle eq @none or Title eq '@none'&$top=3&$orderby=Id", "$filter=Subtitle eq null&$top=3&$orderby=Id")]
    [InlineData("$filter=not @both&@both=Lent or Pages gt 10&$top=3&$orderby=Id", "$filter=not (Lent or Pages gt 10)&$top=3&$orderby=Id")]
    [InlineData("$apply=filter(Pages gt @least)/aggregate($count as N)&@least=60", "$apply=filter(Pages gt 60)/aggregate($count as N)")]
    [InlineData("$compute=Pages add @more as P&$filter=P gt @more&@more=3&$top=3&$orderby=Id", "$compute=Pages add 3 as P&$filter=P gt 3&$top=3&$orderby=Id")]
    public async Task An_alias_stands_for_its_whole_value_everywhere(string query, string same) =>
        Assert.Equal((await site.GetAsync("work/Books?" + same)).GetProperty("value").GetRawText(), (await site.GetAsync("work/Books?" + query)).GetProperty("value").GetRawText());

    [Theory]
    [InlineData("$filter=Pages gt @a&@a=1&@a=2"), InlineData("$filter=Pages gt @a&@a=1 or")]
    public async Task An_alias_that_makes_no_sense_is_refused(string query)
    {
        using var response = await site.SendAsync(HttpMethod.Get, "work/Books?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await ShelfSite.ErrorAsync(response);
    }

    [Fact]
    public async Task Values_may_come_by_alias()
    {
        var wanted = await site.GetAsync("work/Books?$filter=Pages gt 10&$top=3&$orderby=Id");

        var found = await site.GetAsync("work/Books?$filter=Pages gt @least&@least=10&$top=3&$orderby=Id");

        Assert.Equal(wanted.GetProperty("value").GetRawText(), found.GetProperty("value").GetRawText());
        Assert.Empty((await site.GetAsync("work/Books?$filter=Title eq '@least'&@least='x'")).GetProperty("value").EnumerateArray());
    }
}
