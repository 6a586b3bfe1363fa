using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.WebUtilities;

namespace IJJO.Platform.Tests.Boards.Exports;

/// <summary>Files that open Excel and Power BI with the list that they were downloaded from.</summary>
public sealed class ConnectionFileTests(LibrarySite site)
{
    private const string List = "/staff/library/Loans";
    private const string Query = "?view=out&f.Country=ES&q=book%20%2212&sort=-Title&cols=Title,State";

    [Fact]
    public async Task Power_BI_is_led_to_the_rows_of_the_list()
    {
        var file = JsonDocument.Parse(await site.Reader().Http.GetStringAsync(List + "/connect.pbids" + Query, TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal("0.1", file.GetProperty("version").GetString());
        var connection = Assert.Single(file.GetProperty("connections").EnumerateArray());
        Assert.Equal("odata", connection.GetProperty("details").GetProperty("protocol").GetString());
        await LeadsToTheListAsync(connection.GetProperty("details").GetProperty("address").GetProperty("url").GetString()!);
    }

    [Fact]
    public async Task Excel_is_led_to_the_rows_of_the_list_and_its_reader_told_how_to_sign_in()
    {
        var text = await site.Reader().Http.GetStringAsync(List + "/connect.odc" + Query, TestContext.Current.CancellationToken);
        var file = XDocument.Parse(text);
        string Of(XDocument document, string name) => document.Descendants().Single(element => element.Name.LocalName == name).Value;
        Assert.Contains("choose Basic", Of(file, "Description"));
        Assert.Equal("SELECT * FROM [Loans]", Of(file, "CommandText"));
        Assert.Contains("Location=\"Loans\"", Of(file, "ConnectionString"));
        var formula = Of(XDocument.Parse(Of(file, "PowerQueryMashupData")), "Formula");
        const string before = "let Source = OData.Feed(\"", after = "\", null, [Implementation=\"2.0\"]) in Source";
        Assert.StartsWith(before, formula);
        Assert.EndsWith(after, formula);
        var address = formula[before.Length..^after.Length];
        Assert.DoesNotContain("\"", address);
        await LeadsToTheListAsync(address);
    }

    [Fact]
    public async Task The_list_links_to_every_file_of_what_it_shows()
    {
        var page = await site.Reader().OpenAsync(List + "?view=out&f.Country=ES&after=x");
        foreach (var file in (string[])["export.xlsx", "export.csv", "connect.odc", "connect.pbids"])
            Assert.Contains(page.Html.QuerySelectorAll("a[download]"), link => link.GetAttribute("href") == $"{List}/{file}?view=out&f.Country=ES");
    }

    private async Task LeadsToTheListAsync(string address)
    {
        Assert.StartsWith($"{site.Host.Address}odata/library/Loans?", address);
        var options = QueryHelpers.ParseQuery(new Uri(address).Query);
        Assert.Equal("(State eq 'out') and (Country eq 'ES')", options["$filter"]);
        Assert.Equal("Title desc", options["$orderby"]);
        Assert.Equal("Title,State", options["$select"]);
        var rows = JsonDocument.Parse(await site.Reader().Http.GetStringAsync(address, TestContext.Current.CancellationToken)).RootElement.GetProperty("value");
        Assert.Equal("Book 12", Assert.Single(rows.EnumerateArray()).GetProperty("Title").GetString());
    }
}
