using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace IJJO.Platform.Tests.OData;

public sealed class MetadataTests(ShelfSite site)
{
    [Fact]
    public async Task The_services_are_listed_and_each_lists_its_sets()
    {
        var services = (await site.GetAsync("")).GetProperty("value").EnumerateArray().Select(s => s.GetProperty("name").GetString());
        Assert.Equal(["work", "work-groups"], services);
        var sets = (await site.GetAsync("work")).GetProperty("value").EnumerateArray().Select(s => s.GetProperty("name").GetString());
        Assert.Equal(["Books", "Marks", "Slow"], sets);
    }

    [Fact]
    public async Task A_reader_finds_only_the_sets_that_are_theirs()
    {
        using var root = await site.SendAsync(HttpMethod.Get, "", permissions: "");
        var open = JsonDocument.Parse(await root.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("value");
        Assert.Equal("work", Assert.Single(open.EnumerateArray()).GetProperty("name").GetString());
        Assert.DoesNotContain("Title", await TextAsync("work/$metadata", permissions: ""));
        using var none = await site.SendAsync(HttpMethod.Get, "work-groups/$metadata", permissions: "");
        Assert.Equal(HttpStatusCode.Unauthorized, none.StatusCode);
    }

    [Fact]
    public async Task The_metadata_says_how_a_set_is_shown_and_what_can_be_done()
    {
        var xml = XDocument.Parse(await TextAsync("work/$metadata"));
        XNamespace edm = "http://docs.oasis-open.org/odata/ns/edm";
        var terms = xml.Descendants(edm + "Annotation").Select(a => (string?)a.Attribute("Term")).ToHashSet();
        foreach (var term in new[] { "UI.HeaderInfo", "UI.LineItem", "UI.SelectionFields", "UI.SelectionVariant", "UI.Chart", "UI.FieldGroup", "Common.Label", "Core.Description", "Capabilities.InsertRestrictions" })
            Assert.Contains(terms, found => found == term || found is not null && found.EndsWith("." + term.Split('.')[1], StringComparison.Ordinal));
        var action = xml.Descendants(edm + "Action").Single(a => (string?)a.Attribute("Name") == "lend");
        Assert.Equal(["row", "to", "until"], action.Elements(edm + "Parameter").Select(p => (string)p.Attribute("Name")!));
        var properties = xml.Descendants(edm + "EntityType").Single(t => (string?)t.Attribute("Name") == "Book").Elements(edm + "Property").Select(p => (string)p.Attribute("Name")!);
        Assert.DoesNotContain("Version", properties);
        Assert.DoesNotContain("Secret", properties);
    }

    [Fact]
    public async Task The_metadata_says_what_belongs_to_a_row_to_who_may_read_it()
    {
        XNamespace edm = "http://docs.oasis-open.org/odata/ns/edm";
        XElement Type(XDocument model, string name) => model.Descendants(edm + "EntityType").Single(t => (string?)t.Attribute("Name") == name);
        var all = XDocument.Parse(await TextAsync("work/$metadata", "fixture.read fixture.loans"));
        Assert.Equal(("Loans", "Collection(work.Loan)"), Type(all, "Book").Elements(edm + "NavigationProperty").Select(p => ((string)p.Attribute("Name")!, (string)p.Attribute("Type")!)).Single());
        Assert.Equal([("Book", "work.Book"), ("RelatedMarks", "Collection(work.Mark)")], Type(all, "Loan").Elements(edm + "NavigationProperty").Select(p => ((string)p.Attribute("Name")!, (string)p.Attribute("Type")!)));
        Assert.Contains(all.Descendants(edm + "NavigationPropertyBinding"), b => (string)b.Attribute("Path")! == "Loans" && (string)b.Attribute("Target")! == "Loans");
        Assert.Equal(["sameShelf", "loansOfShelf", "pages", "pages", "whoHad", "lastHad"], all.Descendants(edm + "Function").Select(f => (string)f.Attribute("Name")!));
        Assert.Equal(("true", "Single"), Capability(all, "Books"));
        Assert.Equal(("false", "None"), Capability(all, "Marks"));

        var some = XDocument.Parse(await TextAsync("work/$metadata"));
        Assert.Empty(Type(some, "Book").Elements(edm + "NavigationProperty"));
        Assert.DoesNotContain(some.Descendants(edm + "Function"), f => (string)f.Attribute("Name")! == "loansOfShelf");
        Assert.Equal(("false", "None"), Capability(some, "Books"));

        (string, string) Capability(XDocument model, string name)
        {
            XElement Of(string term) => model.Descendants(edm + "EntitySet").Single(s => (string?)s.Attribute("Name") == name).Elements(edm + "Annotation").Single(a => ((string)a.Attribute("Term")!).EndsWith("." + term, StringComparison.Ordinal));
            var expandable = Of("ExpandRestrictions").Descendants(edm + "PropertyValue").Single(p => (string?)p.Attribute("Property") == "Expandable");
            return ((string)expandable.Attribute("Bool")!, Of("NavigationRestrictions").Descendants(edm + "EnumMember").Single().Value.Split('/')[^1]);
        }
    }

    [Fact]
    public async Task Every_function_that_the_metadata_names_can_be_called()
    {
        var calls = new Dictionary<string, string>
        {
            ["concat"] = "concat(Title,Shelf) ne ''", ["contains"] = "contains(Title,'a')", ["endswith"] = "endswith(Title,'1')", ["indexof"] = "indexof(Title,'a') ge 0", ["length"] = "length(Title) gt 1",
            ["startswith"] = "startswith(Title,'n')", ["substring"] = "substring(Title,1,2) ne ''", ["tolower"] = "tolower(Title) ne ''", ["toupper"] = "toupper(Title) ne ''", ["trim"] = "trim(Title) ne ''",
            ["date"] = "date(BoughtAt) gt 2000-01-01", ["day"] = "day(BoughtAt) ge 1", ["hour"] = "hour(BoughtAt) ge 0", ["minute"] = "minute(BoughtAt) ge 0", ["month"] = "month(Printed) ge 1", ["now"] = "BoughtAt lt now()",
            ["second"] = "second(BoughtAt) ge 0", ["year"] = "year(Printed) ge 2000", ["ceiling"] = "ceiling(Price) ge 0", ["floor"] = "floor(Price) ge 0", ["round"] = "round(Price) ge 0",
        };
        XNamespace edm = "http://docs.oasis-open.org/odata/ns/edm";
        var named = XDocument.Parse(await TextAsync("work/$metadata")).Descendants(edm + "Annotation").Single(a => ((string)a.Attribute("Term")!).EndsWith("FilterFunctions", StringComparison.Ordinal)).Descendants(edm + "String").Select(s => s.Value);
        Assert.Equal(calls.Keys.Order(), named.Order());
        foreach (var call in calls.Values) await site.GetAsync($"work/Books?$top=1&$filter={call}");
    }

    [Fact]
    public async Task The_metadata_comes_as_json_too_and_is_not_sent_twice()
    {
        using var response = await site.SendAsync(HttpMethod.Get, "work/$metadata", headers: ("Accept", "application/json"));
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        var model = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal("EntityType", model.GetProperty("work").GetProperty("Book").GetProperty("$Kind").GetString());
        using var again = await site.SendAsync(HttpMethod.Get, "work/$metadata", null, "fixture.read fixture.all", "ana", ("Accept", "application/json"), ("If-None-Match", response.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Keys_with_a_hyphen_name_a_legal_namespace() => Assert.Contains("Namespace=\"workGroups\"", await TextAsync("work-groups/$metadata"));

    private async Task<string> TextAsync(string path, string permissions = "fixture.read")
    {
        using var response = await site.SendAsync(HttpMethod.Get, path, permissions: permissions);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }
}
