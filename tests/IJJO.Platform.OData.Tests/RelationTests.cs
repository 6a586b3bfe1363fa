using System.Text.Json;
using IJJO.Platform.Testing;

namespace IJJO.Platform.OData.Tests;

/// <summary>What a relation leads to is what its set has, for every relation of the catalogue and every reader.</summary>
public sealed class RelationTests(SampleSite site)
{
    [Fact]
    public async Task Expanded_rows_are_those_that_their_set_gives_for_the_same_value()
    {
        var served = site.Served;
        var compared = new HashSet<string>();
        foreach (var who in served.People.Roles.Select(role => served.People[role]).Append(served.People.Everybody))
        {
            foreach (var set in served.Sets.Where(set => May(who, set)))
            {
                foreach (var relation in set.Relations.Values)
                {
                    var address = $"/odata/{set.Module}/{set.Name}";
                    var answer = await served.GetAsync(who, $"{address}?$top=20&$expand={relation.Name}{(relation.IsSingle ? "" : "($count=true;$top=3)")}");
                    if (!May(who, relation.Target))
                    {
                        Assert.Equal((address, relation.Name, who is null ? 401 : 403), (address, relation.Name, answer.Status));
                        continue;
                    }
                    Assert.True(answer.Status == 200, $"{address} {relation.Name}: {answer.Status} {answer.Body}");
                    foreach (var row in JsonDocument.Parse(answer.Body).RootElement.GetProperty("value").EnumerateArray())
                    {
                        if (row.GetProperty(relation.Local.Name) is not { ValueKind: not JsonValueKind.Null } value) continue;
                        var literal = value.ValueKind == JsonValueKind.String && relation.Local.Type.Element == typeof(string) ? $"'{value.GetString()!.Replace("'", "''")}'" : value.ToString();
                        var theirs = await served.GetAsync(who, $"/odata/{set.Module}/{relation.Target.Name}?$count=true&$top=3&$filter={Uri.EscapeDataString($"{relation.Foreign.Name} eq {literal}")}");
                        using var list = JsonDocument.Parse(theirs.Body);
                        var same = list.RootElement.GetProperty("value").EnumerateArray().Select(one => one.GetRawText()).ToArray();
                        var expanded = row.GetProperty(relation.Name);
                        if (relation.IsSingle) Assert.Equal(same.SingleOrDefault() ?? "null", expanded.GetRawText());
                        else Assert.Equal(same, expanded.EnumerateArray().Select(one => one.GetRawText()));
                        if (!relation.IsSingle) Assert.Equal(list.RootElement.GetProperty("@odata.count").GetInt64(), row.GetProperty($"{relation.Name}@odata.count").GetInt64());
                        if (same.Length > 0) compared.Add($"{set.Module}/{set.Name}/{relation.Name}");
                    }
                }
            }
        }
        var all = served.Sets.SelectMany(set => set.Relations.Values.Select(relation => $"{set.Module}/{set.Name}/{relation.Name}")).ToArray();
        Assert.True(all.All(compared.Contains), $"Never with rows: {string.Join(", ", all.Except(compared))}");
    }

    private static bool May(TestPerson? who, ServedSet set) => set.Declared.Permission is not { } permission || who?.Permissions.Contains(permission) == true;

    [Fact]
    public async Task A_text_that_is_a_key_may_stand_as_a_segment()
    {
        var templates = site.Served.Sets.Single(set => set is { Module: "outreach", Name: "Templates" });
        var keys = (await SetSample.ReadAsync(site.Served, templates, site.Served.People.Everybody)).Keys;
        foreach (var key in keys.Take(10))
        {
            var segment = Uri.EscapeDataString(key.Trim('\''));
            foreach (var rest in new[] { "", "/Id", "/Id/$value" })
            {
                var one = await site.Served.GetAsync(site.Served.People.Everybody, $"/odata/outreach/Templates({Uri.EscapeDataString(key)}){rest}");
                Assert.Equal((200, one.Body), await site.Served.GetAsync(site.Served.People.Everybody, $"/odata/outreach/Templates/{segment}{rest}") is var other ? (other.Status, other.Body) : default);
            }
        }
        Assert.NotEmpty(keys);
    }
}
