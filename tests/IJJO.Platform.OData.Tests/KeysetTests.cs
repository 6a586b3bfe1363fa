using System.Text.Json;
using Npgsql;

namespace IJJO.Platform.OData.Tests;

/// <summary>Pages meet each row that stays exactly once, whatever is inserted and removed around it while they are read.</summary>
public sealed class KeysetTests(SampleSite site)
{
    private const int Lasting = 300;

    [Fact]
    public async Task Rows_that_come_and_go_make_no_other_appear_twice_or_be_skipped()
    {
        await using var served = await site.CopyAsync();
        await using var source = NpgsqlDataSource.Create(served.Host.ConnectionString);
        await InsertAsync(source, "lasting", Lasting);
        using var end = new CancellationTokenSource();
        var churn = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                await InsertAsync(source, "passing", 20);
                await using var remove = source.CreateCommand("DELETE FROM outreach.suppression WHERE id IN (SELECT id FROM outreach.suppression WHERE scope = 'passing' ORDER BY random() LIMIT 20)");
                await remove.ExecuteNonQueryAsync();
            }
        });
        string?[] orders =
        [
            null, "Id", "Id desc", "Evidence", "Evidence desc", "AddedBy,Evidence desc", "AddedBy desc,ExpiresAt", "ExpiresAt", "ExpiresAt desc", "AddedAt", "AddedAt desc,AddedBy", "Reason",
            "Reason desc,ExpiresAt desc,Evidence", "Scope,Reason,AddedBy,Evidence", "Address desc",
        ];
        foreach (var order in orders)
        {
            foreach (var size in (int[])[7, 40])
            {
                var seen = await FollowAsync(served, order, size);
                Assert.True(seen.Count == seen.Distinct().Count(), $"{order}: a row appears twice.");
                Assert.True(seen.Count(id => id.Lasting) == Lasting, $"{order}: {seen.Count(id => id.Lasting)} of {Lasting} lasting rows were met.");
            }
        }
        await end.CancelAsync();
        await churn;
    }

    private static async Task<List<(string Id, bool Lasting)>> FollowAsync(ServedSite served, string? order, int size)
    {
        var seen = new List<(string, bool)>();
        var next = $"/odata/outreach/Suppressions?$select=Id,Scope{(order is null ? "" : $"&$orderby={order}")}";
        while (next is not null)
        {
            var answer = await served.GetAsync(served.People.Everybody, next, ("Prefer", $"odata.maxpagesize={size}"));
            Assert.True(answer.Status == 200, answer.Body);
            using var page = JsonDocument.Parse(answer.Body);
            seen.AddRange(page.RootElement.GetProperty("value").EnumerateArray().Select(row => (row.GetProperty("Id").GetString()!, row.GetProperty("Scope").GetString() == "lasting")));
            next = page.RootElement.TryGetProperty("@odata.nextLink", out var link) ? new Uri(link.GetString()!).PathAndQuery : null;
            if (next is not null) Assert.Contains("skiptoken", next, StringComparison.Ordinal);
        }
        return seen;
    }

    // Few values, many alike, and every second one missing.
    private static async Task InsertAsync(NpgsqlDataSource source, string scope, int count)
    {
        await using var insert = source.CreateCommand("""
            INSERT INTO outreach.suppression (id, address, scope, reason, evidence, added_by, added_at, expires_at)
            SELECT gen_random_uuid(), gen_random_uuid()::text || '@example.org', $1, (ARRAY['requested', 'complaint', 'unsubscribed'])[1 + floor(random() * 3)],
                CASE WHEN random() < 0.5 THEN 'e' || floor(random() * 4) END, CASE WHEN random() < 0.5 THEN 'ana' END,
                timestamptz '2026-01-01' + floor(random() * 6) * interval '1 day', CASE WHEN random() < 0.5 THEN timestamptz '2027-01-01' + floor(random() * 3) * interval '1 microsecond' END
            FROM generate_series(1, $2)
            """);
        insert.Parameters.AddWithValue(scope);
        insert.Parameters.AddWithValue(count);
        await insert.ExecuteNonQueryAsync();
    }
}
