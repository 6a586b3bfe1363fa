using IJJO.Platform.OData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Tests.OData;

/// <summary>Days and years are compared as ranges of the column: over <c>date_part</c> of it, which is what the library asks for, no index can serve.</summary>
public sealed class DateTests(ShelfSite site)
{
    [Theory]
    [InlineData("year(Printed) eq 2010")]
    [InlineData("year(Printed) lt 2003")]
    [InlineData("Printed eq 2010-01-01")]
    [InlineData("2018-05-01 lt Printed")]
    [InlineData("date(BoughtAt) eq 2025-06-01")]
    [InlineData("date(ReturnedAt) ge 2026-06-01")]
    [InlineData("2015 le year(Printed)")]
    [InlineData("year(BoughtAt) gt 2024")]
    [InlineData("year(ReturnedAt) eq 2026")]
    public async Task An_index_serves_it(string filter)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShelfDb>();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        // Few rows are read fastest from end to end; what is asked here is whether an index could be used.
        await db.Database.ExecuteSqlRawAsync("""
            CREATE INDEX IF NOT EXISTS books_printed ON fixture.books (printed);
            CREATE INDEX IF NOT EXISTS books_bought_at ON fixture.books (bought_at);
            CREATE INDEX IF NOT EXISTS books_returned_at ON fixture.books (returned_at);
            SET enable_seqscan = off;
            """, TestContext.Current.CancellationToken);
        var set = scope.ServiceProvider.GetRequiredService<ODataServices>().Find("work", "Books")!;
        var query = QueryParser.Parse(set, new Dictionary<string, string> { ["$filter"] = filter });
        await using var command = (await SetReader<BookRow>.Of(scope.ServiceProvider, set).FilteredAsync(query)).CreateDbCommand();
        command.CommandText = "EXPLAIN " + command.CommandText;
        var plan = "";
        await using (var lines = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await lines.ReadAsync(TestContext.Current.CancellationToken)) plan += lines.GetString(0) + "\n";
        }
        Assert.Contains("Index Cond", plan);
    }

    [Theory]
    [InlineData("year(Printed) eq 2010", "Printed ge 2010-01-01 and Printed le 2010-12-31")]
    [InlineData("year(Printed) ne 2010", "Printed lt 2010-01-01 or Printed gt 2010-12-31")]
    [InlineData("year(Printed) le 2010", "Printed lt 2011-01-01")]
    [InlineData("2010 lt year(Printed)", "Printed ge 2011-01-01")]
    [InlineData("year(ReturnedAt) ne 2026", "ReturnedAt eq null or ReturnedAt lt 2026-01-01T00:00:00Z or ReturnedAt ge 2027-01-01T00:00:00Z")]
    [InlineData("not (year(ReturnedAt) ge 2026)", "ReturnedAt eq null or ReturnedAt lt 2026-01-01T00:00:00Z")]
    [InlineData("year(Printed) eq 0", "false")]
    [InlineData("date(ReturnedAt) ne 2026-02-01", "ReturnedAt eq null or ReturnedAt lt 2026-02-01T00:00:00Z or ReturnedAt ge 2026-02-02T00:00:00Z")]
    [InlineData("date(BoughtAt) le 2025-06-10", "BoughtAt lt 2025-06-11T00:00:00Z")]
    [InlineData("2025-06-10 lt date(BoughtAt)", "BoughtAt ge 2025-06-11T00:00:00Z")]
    [InlineData("Printed ne 2010-01-01", "not (Printed eq 2010-01-01)")]
    [InlineData("date(BoughtAt) eq 9999-12-31", "false")]
    [InlineData("Printed eq Printed", "true")]
    public async Task It_finds_the_same_rows(string filter, string range) => Assert.Equal(await CountAsync(range), await CountAsync(filter));

    [Theory]
    [InlineData("Opens eq 13:15:00.001"), InlineData("Opens in (13:15:00.001,14:30:00)"), InlineData("Opens ne null and Opens lt 05:00:00"), InlineData("hour(Opens) eq 13 and minute(Opens) eq 15"), InlineData("Opens eq null")]
    public async Task A_time_of_day_is_filtered_and_sorted_by_alike_on_both_ways(string filter)
    {
        foreach (var order in new[] { "Opens,Id", "Opens desc,Id" })
        {
            var query = $"work/Books?$filter=Shelf in ('A','B','C','d','É') and {filter}&$orderby={order}&$select=Id,Opens&$top=60";
            var rows = (await site.GetAsync(query)).GetProperty("value").EnumerateArray().Select(row => (row.GetProperty("Id").GetString(), row.GetProperty("Opens").GetString())).ToArray();
            var others = (await site.GetAsync(query + "&$compute=Id as Again")).GetProperty("value").EnumerateArray().Select(row => (row.GetProperty("Id").GetString(), row.GetProperty("Opens").GetString())).ToArray();
            Assert.NotEmpty(rows);
            Assert.Equal(others, rows);
            var opens = rows.Select(row => row.Item2).ToArray();
            Assert.Equal(order == "Opens,Id" ? opens.Order(StringComparer.Ordinal) : opens.OrderDescending(StringComparer.Ordinal), opens);
        }
    }

    private async Task<int> CountAsync(string filter) => (await site.GetAsync($"work/Books?$count=true&$top=0&$filter={filter}")).GetProperty("@odata.count").GetInt32();
}
