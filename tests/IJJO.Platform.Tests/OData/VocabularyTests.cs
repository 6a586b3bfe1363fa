using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace IJJO.Platform.Tests.OData;

/// <summary>The annotations: alike in both forms, and of terms that whoever follows the references finds.</summary>
public sealed class VocabularyTests(ShelfSite site)
{
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm", Edmx = "http://docs.oasis-open.org/odata/ns/edmx";

    [Fact]
    public async Task Every_reference_that_lies_on_this_site_can_be_followed()
    {
        foreach (var document in new[] { "work/$metadata", "work-groups/$metadata" })
        {
            var references = XDocument.Parse(await TextAsync(document)).Descendants(Edmx + "Reference").Select(reference => (string)reference.Attribute("Uri")!).ToArray();
            Assert.Contains("/odata/vocabulary", references);
            foreach (var uri in references.Where(uri => !uri.StartsWith("https://", StringComparison.Ordinal)))
            {
                using var response = await site.SendAsync(HttpMethod.Get, uri, permissions: "");
                Assert.Equal((uri, HttpStatusCode.OK, "application/xml"), (uri, response.StatusCode, response.Content.Headers.ContentType!.MediaType));
            }
        }
    }

    [Fact]
    public async Task Every_term_of_our_own_is_declared_with_the_members_that_it_is_used_with()
    {
        var vocabulary = XDocument.Parse(await TextAsync("vocabulary")).Descendants(Edm + "Schema").Single();
        Assert.Equal("IJJO.Platform.v1", (string)vocabulary.Attribute("Namespace")!);
        var terms = vocabulary.Elements(Edm + "Term").ToDictionary(term => (string)term.Attribute("Name")!, term => (string)term.Attribute("Type")!);
        var used = XDocument.Parse(await TextAsync("work/$metadata")).Descendants(Edm + "Annotation").Select(annotation => (Term: (string)annotation.Attribute("Term")!, annotation)).Where(one => one.Term.StartsWith("Platform.", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(used);
        foreach (var (term, annotation) in used)
        {
            var type = Assert.Contains(term["Platform.".Length..], terms as IDictionary<string, string>);
            var declared = Members(vocabulary, type.Replace("Collection(", "").TrimEnd(')').Split('.')[^1]).ToHashSet();
            Assert.All(annotation.Descendants(Edm + "PropertyValue"), member => Assert.Contains((string)member.Attribute("Property")!, declared));
        }
    }

    [Fact]
    public async Task A_chart_says_in_the_standards_terms_only_what_these_have()
    {
        var charts = XDocument.Parse(await TextAsync("work/$metadata")).Descendants(Edm + "Annotation").Where(annotation => (string)annotation.Attribute("Term")! == "UI.Chart").ToArray();
        Assert.NotEmpty(charts);
        var members = charts.SelectMany(chart => chart.Descendants(Edm + "PropertyValue")).ToArray();
        Assert.Subset(new HashSet<string> { "Title", "ChartType", "Dimensions", "Measures" }, members.Select(member => (string)member.Attribute("Property")!).ToHashSet());
        var kinds = members.Where(member => (string)member.Attribute("Property")! == "ChartType").Select(member => (string?)member.Attribute("EnumMember") ?? member.Element(Edm + "EnumMember")?.Value).ToArray();
        Assert.Subset(new HashSet<string> { "Bar", "Column", "Line", "Donut" }, kinds.Select(kind => Assert.IsType<string>(kind).Replace("com.sap.vocabularies.UI.v1.ChartType/", "")).ToHashSet());
        Assert.Equal(charts.Length, kinds.Length);
    }

    [Fact]
    public async Task What_is_searched_in_is_said()
    {
        var type = JsonNode.Parse(await TextAsync("work/$metadata?$format=json"))!["work"]!["Book"]!;
        Assert.Equal("""["Title","Subtitle"]""", type["@Platform.SearchFields"]!.ToJsonString());
    }

    [Fact]
    public async Task Both_forms_say_the_same()
    {
        var xml = XDocument.Parse(await TextAsync("work/$metadata")).Descendants(Edm + "Annotation")
            .Select(annotation => $"{Target(annotation.Parent!)}@{(string)annotation.Attribute("Term")!}{((string?)annotation.Attribute("Qualifier") is { } qualifier ? "#" + qualifier : "")} = {(Value(annotation) ?? new JsonObject()).ToJsonString()}").Order(StringComparer.Ordinal).ToArray();
        var json = Annotations("", JsonNode.Parse(await TextAsync("work/$metadata?$format=json"))!["work"]!).Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(xml);
        Assert.Equal(xml, json);
    }

    private static IEnumerable<string> Annotations(string target, JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key.StartsWith('@') ? [$"{target}{member.Key} = {Plain(member.Value)?.ToJsonString()}"] : member.Value is null ? [] : Annotations(Within(target, member.Key), member.Value)),
        JsonArray items => items.SelectMany(item => item is JsonObject part ? Annotations(part["$Name"] is { } name ? Within(target[..target.LastIndexOf('/')], name.ToString()) : target, part) : []),
        _ => [],
    };

    private static string Within(string target, string name) => $"{target}/{name}";

    private static string Target(XElement element) => element.Name.LocalName == "Schema" ? "" : $"{Target(element.Parent!)}/{(string?)element.Attribute("Name")}";

    /// <summary>As CSDL JSON says it, without the types of records. The library writes an empty record as none.</summary>
    private static JsonNode? Value(XElement holder)
    {
        foreach (var attribute in holder.Attributes())
        {
            if (Of(attribute.Name.LocalName, attribute.Value) is { } value) return value;
        }
        return holder.Elements().Select(Expression).FirstOrDefault();
    }

    private static JsonNode? Expression(XElement element) => element.Name.LocalName switch
    {
        "Collection" => new JsonArray([.. element.Elements().Select(Expression)]),
        "Record" => new JsonObject(element.Elements(Edm + "PropertyValue").Select(member => KeyValuePair.Create((string)member.Attribute("Property")!, Value(member)))),
        var name => Of(name, element.Value),
    };

    private static JsonNode? Of(string kind, string value) => kind switch
    {
        "String" or "PropertyPath" or "AnnotationPath" => JsonValue.Create(value),
        "EnumMember" => JsonValue.Create(value.Split('/')[^1]),
        "Bool" => JsonValue.Create(bool.Parse(value)),
        "Int" => JsonValue.Create(int.Parse(value, CultureInfo.InvariantCulture)),
        "Path" => new JsonObject { ["$Path"] = value },
        _ => null,
    };

    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject record => new JsonObject(record.Where(member => !member.Key.StartsWith('@')).Select(member => KeyValuePair.Create(member.Key, Plain(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Plain)]),
        _ => node?.DeepClone(),
    };

    private static IEnumerable<string> Members(XElement vocabulary, string type) => vocabulary.Elements(Edm + "ComplexType").Where(one => (string)one.Attribute("Name")! == type)
        .SelectMany(one => one.Elements(Edm + "Property").Select(property => (string)property.Attribute("Name")!).Concat((string?)one.Attribute("BaseType") is { } of ? Members(vocabulary, of.Split('.')[^1]) : []));

    private async Task<string> TextAsync(string path)
    {
        using var response = await site.SendAsync(HttpMethod.Get, path, permissions: "fixture.read fixture.loans fixture.lend");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }
}
