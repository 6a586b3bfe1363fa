using System.Xml.Linq;
using IJJO.Platform.Testing;

namespace IJJO.Platform.OData.Tests;

/// <summary>What each role may see is written down, one file per role. A new set or property is seen by nobody before somebody has thought about it.</summary>
public sealed class MetadataAllowListTests(SampleSite site)
{
    private const string Command = "UPDATE_METADATA=1 dotnet test --project tests/IJJO.Platform.OData.Tests --filter-class '*MetadataAllowListTests'";
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    [Fact]
    public async Task Each_role_sees_the_properties_on_its_list()
    {
        foreach (var role in site.Served.People.Roles)
        {
            var file = Path.Combine(TestPlaces.Repository, "tests", "IJJO.Platform.OData.Tests", "Metadata", $"{role}.txt");
            var seen = string.Concat((await SeenByAsync(role)).Select(line => line + "\n"));
            if (Environment.GetEnvironmentVariable("UPDATE_METADATA") == "1") File.WriteAllText(file, seen);
            var listed = File.Exists(file) ? File.ReadAllText(file) : "";
            Assert.True(listed == seen, $"{role} sees something else than Metadata/{role}.txt says. If that is meant, renew it with\n{Command}\n"
                + string.Join('\n', seen.Split('\n').Except(listed.Split('\n')).Select(line => "+ " + line).Concat(listed.Split('\n').Except(seen.Split('\n')).Select(line => "- " + line))));
        }
    }

    private async Task<IEnumerable<string>> SeenByAsync(string role)
    {
        var lines = new List<string>();
        foreach (var service in site.Served.Services.All)
        {
            var answer = await site.Served.GetAsync(site.Served.People[role], $"/{service.Prefix}/$metadata");
            if (answer.Status is 401 or 403) continue;
            Assert.Equal(200, answer.Status);
            var model = XDocument.Parse(answer.Body);
            foreach (var set in model.Descendants(Edm + "EntitySet"))
            {
                var type = model.Descendants(Edm + "EntityType").Single(t => ((string)set.Attribute("EntityType")!).EndsWith("." + (string)t.Attribute("Name")!, StringComparison.Ordinal));
                lines.AddRange(type.Elements(Edm + "Property").Select(p => $"{service.Key}/{(string)set.Attribute("Name")!}/{(string)p.Attribute("Name")!} {(string)p.Attribute("Type")!}"));
            }
        }
        return lines;
    }
}
