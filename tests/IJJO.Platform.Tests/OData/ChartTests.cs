using System.Globalization;
using System.Text.Json;
using IJJO.Platform.OData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Tests.OData;

/// <summary>The questions behind charts, as they stand in <c>$metadata</c>, against the same counted by hand in SQL.</summary>
public sealed class ChartTests(ShelfSite site) : IAsyncLifetime
{
    private const string Own = "charts";

    /// <summary>Late on a Sunday in Santiago is Monday in UTC; the last moment of a year is in the next one in Nairobi.</summary>
    public async ValueTask InitializeAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShelfDb>();
        if (await db.Books.AnyAsync(b => b.Shelf == Own)) return;
        var now = DateTimeOffset.UtcNow;
        for (var i = 0; i < 60; i++)
        {
            var day = now.AddDays(-2 * i);
            var at = new DateTimeOffset(day.Year, day.Month, day.Day, i % 3 == 0 ? 23 : i % 3 == 1 ? 0 : 12, i % 3 == 0 ? 59 : 0, 0, TimeSpan.Zero);
            db.Books.Add(new Book
            {
                Title = "Chart", Shelf = Own, Owner = "ana", Pages = i, BoughtAt = at, ReturnedAt = i % 2 == 0 ? null : at.AddMonths(-2),
                Weight = i % 5 == 0 ? null : i, Printed = DateOnly.FromDateTime(at.UtcDateTime),
            });
        }
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Weeks_are_counted_by_days_of_UTC()
    {
        var counted = await CountedAsync("SELECT to_char(bought_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS key, count(*)::int AS rows, 0.0::float8 AS average FROM fixture.books WHERE shelf = 'charts' AND bought_at >= now() - interval '182 days' GROUP BY 1");
        Assert.Equal(counted, await AskedAsync("Platform.Chart#byWeek"));
        // The trend asks for twelve weeks, the first day of which is not whole.
        var since = DateTime.UtcNow.AddDays(-80).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        bool IsLate(Group group) => string.CompareOrdinal(group.Key, since) > 0;
        Assert.Equal(counted.Where(IsLate), (await AskedAsync("Platform.Trend#bought")).Where(IsLate));
    }

    [Fact]
    public async Task Months_leave_out_what_has_no_date() => Assert.Equal(
        await CountedAsync("SELECT to_char(returned_at AT TIME ZONE 'UTC', 'YYYY-MM') AS key, count(*)::int AS rows, 0.0::float8 AS average FROM fixture.books WHERE shelf = 'charts' AND returned_at IS NOT NULL GROUP BY 1"),
        await AskedAsync("Platform.Chart#byMonthOfReturn"));

    [Fact]
    public async Task Averages_leave_out_what_has_no_number() => Assert.Equal(
        await CountedAsync("SELECT to_char(printed, 'YYYY-MM') AS key, count(*)::int AS rows, avg(weight)::float8 AS average FROM fixture.books WHERE shelf = 'charts' AND weight IS NOT NULL GROUP BY 1"),
        await AskedAsync("Platform.Chart#weightByPrint"));

    [Fact]
    public async Task Rows_that_somebody_may_not_read_are_in_no_chart()
    {
        var set = site.Services.GetRequiredService<ODataServices>().Find("work", "Books")!;
        await using var scope = site.Services.CreateAsyncScope();
        var question = new Dictionary<string, string> { ["$apply"] = ChartQuestion.Of(set.Shape, set.Declared.Board.Charts[0]) };
        Assert.Empty(await SetReader<BookRow>.Of(scope.ServiceProvider, set).GroupsAsync(question, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_on_the_staff_home_is_said_in_the_metadata()
    {
        var type = (await site.GetAsync("work/$metadata?$format=json")).GetProperty("work").GetProperty("Book");
        Assert.True(type.GetProperty("@Platform.Chart#byWeek").GetProperty("OnHome").GetBoolean());
        Assert.False(type.GetProperty("@Platform.Chart#byShelf").TryGetProperty("OnHome", out _));
    }

    private async Task<IReadOnlyList<Group>> AskedAsync(string annotation)
    {
        var type = (await site.GetAsync("work/$metadata?$format=json")).GetProperty("work").GetProperty("Book");
        var question = ChartQuestion.Within($"Shelf eq '{Own}'", type.GetProperty("@" + annotation).GetProperty("Question").GetString()!);
        var rows = (await site.GetAsync("work/Books?$apply=" + Uri.EscapeDataString(question))).GetProperty("value");
        return [.. rows.EnumerateArray().Select(Group.Of).OrderBy(group => group.Key)];
    }

    private async Task<IReadOnlyList<Group>> CountedAsync(string sql)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<ShelfDb>().Database.SqlQueryRaw<Group>(sql).ToListAsync()).Select(group => group with { Average = Math.Round(group.Average, 6) }).OrderBy(group => group.Key)];
    }

    private sealed record Group(string Key, int Rows, double Average)
    {
        public static Group Of(JsonElement row)
        {
            var key = $"{row.GetProperty("InYear").GetInt32():0000}-{row.GetProperty("InMonth").GetInt32():00}";
            if (row.TryGetProperty("InDay", out var day)) key += $"-{day.GetInt32():00}";
            return new(key, row.GetProperty("InRows").GetInt32(), row.TryGetProperty("InAverage", out var average) ? Math.Round(average.GetDouble(), 6) : 0);
        }
    }
}
