using System.Text.Json;
using IJJO.Platform.Testing;

namespace IJJO.Platform.OData.Tests;

/// <summary>Nobody's change is overwritten unseen, and nobody learns of rows that are not theirs: for every set and every way to write of the catalogue.</summary>
public sealed class VersionTests(SampleSite site)
{
    private ServedSite Served => site.Served;

    [Fact]
    public async Task Without_a_version_428_and_with_a_stale_one_412()
    {
        var tried = 0;
        foreach (var set in Served.Sets.Where(set => set.Shape.Version is not null))
        {
            var key = (await KeysAsync(Served.People.Everybody, set)).FirstOrDefault();
            Assert.True(key is not null, $"{set.Module}/{set.Name} has no row.");
            foreach (var (method, address) in Writes(set, key))
            {
                tried++;
                var blind = await Served.SendAsync(Served.People.Everybody, method, address, "{}");
                Assert.True(blind.Status == 428, $"{method} {address}: {blind.Status} {blind.Body}");
                var stale = await Served.SendAsync(Served.People.Everybody, method, address, "{}", ("If-Match", "W/\"1\""));
                Assert.True(stale.Status == 412, $"{method} {address}: {stale.Status} {stale.Body}");
            }
        }
        Assert.True(tried > 20, $"Only {tried} ways to write were found.");
    }

    [Fact]
    public async Task The_key_of_a_row_that_is_not_theirs_is_not_found()
    {
        var tried = 0;
        TestPerson[] people = [.. Served.People.Roles.Select(role => Served.People[role]).OfType<TestPerson>(), .. Served.People.Evaluators, Served.People.Everybody];
        foreach (var set in Served.Sets)
        {
            var readers = people.Where(p => set.Declared.Permission is null || p.Permissions.Contains(set.Declared.Permission)).ToArray();
            var keys = new Dictionary<TestPerson, HashSet<string>>();
            foreach (var reader in readers) keys[reader] = [.. await KeysAsync(reader, set)];
            var all = keys.Values.SelectMany(k => k).ToHashSet();
            foreach (var reader in readers)
            {
                foreach (var other in all.Except(keys[reader]).Take(3).Append(Unknown(set)))
                {
                    foreach (var (method, address) in Writes(set, other).Prepend(("GET", $"/odata/{set.Module}/{set.Name}({other})")))
                    {
                        var answer = await Served.SendAsync(reader, method, address, method == "GET" ? null : "{}", ("If-Match", "*"));
                        // 403: a write that this person may not do at all says so before it looks for the row.
                        Assert.True(answer.Status == 404 || answer.Status == 403 && method != "GET", $"{method} {address}: {answer.Status} {answer.Body}");
                        if (other != Unknown(set) && answer.Status == 404) tried++;
                    }
                }
            }
        }
        Assert.True(tried > 0, "No row was found that one reader has and another has not.");
    }

    private static IEnumerable<(string Method, string Address)> Writes(ServedSet set, string key)
    {
        var row = $"/odata/{set.Module}/{set.Name}({key})";
        if (set.Declared.Board.Update is not null) yield return ("PATCH", row);
        if (set.Declared.Board.Delete is not null) yield return ("DELETE", row);
        foreach (var (edm, action) in set.Actions.Where(a => a.Value.KeyMember is not null)) yield return ("POST", $"{row}/{edm.Namespace}.{edm.Name}");
    }

    private static string Unknown(ServedSet set) => set.Shape.Keys[0].Info.PropertyType == typeof(Guid) ? Guid.Empty.ToString() : "'none.such'";

    private async Task<IEnumerable<string>> KeysAsync(TestPerson who, ServedSet set)
    {
        var answer = await Served.GetAsync(who, $"/odata/{set.Module}/{set.Name}?$select={set.Shape.Keys[0].Name}&$top=1000", ("Prefer", "odata.maxpagesize=1000"));
        Assert.True(answer.Status == 200, $"{set.Module}/{set.Name}: {answer.Status} {answer.Body}");
        return JsonDocument.Parse(answer.Body).RootElement.GetProperty("value").EnumerateArray().Select(row => row.GetProperty(set.Shape.Keys[0].Name).ToString())
            .Select(text => set.Shape.Keys[0].Info.PropertyType == typeof(string) ? SetSample.Quoted(text) : text).ToArray();
    }
}
