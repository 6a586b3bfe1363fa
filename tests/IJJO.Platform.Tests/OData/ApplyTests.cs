using System.Text.Json;

namespace IJJO.Platform.Tests.OData;

public sealed class ApplyTests(ShelfSite site)
{
    [Fact]
    public async Task Rows_are_grouped_and_counted_by_the_database()
    {
        var groups = await ValuesAsync("$apply=groupby((Shelf),aggregate($count as Number,Pages with sum as Pages))");
        Assert.True(groups.Length >= 5);
        Assert.True(groups.Sum(g => g.GetProperty("Number").GetInt64()) >= Books.Count);
    }

    [Theory]
    [InlineData("$apply=aggregate(Shelf with countdistinct as N)", "N")]
    [InlineData("$apply=aggregate(Pages with average as N)", "N")]
    [InlineData("$apply=aggregate(Price with max as N)", "N")]
    [InlineData("$apply=filter(Lent eq true)/aggregate($count as N)", "N")]
    [InlineData("$apply=filter(BoughtAt ge 2025-06-01T00:00:00%2B02:00)/groupby((Shelf),aggregate($count as N))&$orderby=N desc", "N")]
    [InlineData("$apply=groupby((Binding),aggregate($count as N))&$filter=N gt 1", "N")]
    [InlineData("$apply=compute(Pages mul 2 as Twice)/groupby((Lent),aggregate(Twice with sum as N))", "N")]
    [InlineData("$search=prison&$apply=groupby((Shelf),aggregate($count as N))", "N")]
    [InlineData("$compute=Pages mul 2 as N&$select=Title,N&$top=3", "N")]
    [InlineData("$compute=Pages mul 2 as N&$filter=BoughtAt ge 2025-06-01T00:00:00%2B02:00&$select=N&$count=true&$top=3", "N")]
    public async Task What_is_asked_is_computed(string query, string member)
    {
        var rows = await ValuesAsync(query);
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(row.TryGetProperty(member, out _), row.ToString()));
    }

    [Fact]
    public async Task A_decimal_computed_and_compared_with_an_integer_keeps_its_fraction()
    {
        var rows = await ValuesAsync("$compute=Price mul 1 as P&$filter=P gt 1&$select=Price,P&$top=100");
        Assert.Contains(rows, row => row.GetProperty("Price").GetDecimal() == 1.25m);
    }

    [Theory]
    [InlineData("$orderby=Subtitle")]
    [InlineData("$orderby=tolower(Subtitle),N desc")]
    [InlineData("$orderby=Weight add 1")]
    public async Task Nulls_come_first_on_every_way(string order)
    {
        var computed = await ValuesAsync($"$compute=Pages as N&{order}&$top=1");
        Assert.Equal(JsonValueKind.Null, computed[0].GetProperty(order.Contains("Weight", StringComparison.Ordinal) ? "Weight" : "Subtitle").ValueKind);
        var plain = await ValuesAsync($"{order.Replace(",N desc", "", StringComparison.Ordinal)}&$top=1");
        Assert.Equal(JsonValueKind.Null, plain[0].GetProperty(order.Contains("Weight", StringComparison.Ordinal) ? "Weight" : "Subtitle").ValueKind);
    }

    private async Task<JsonElement[]> ValuesAsync(string query) => [.. (await site.GetAsync("work-groups/Books?" + query)).GetProperty("value").EnumerateArray()];
}
