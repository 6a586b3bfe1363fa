using System.Text.Json;
using IJJO.Platform.Testing;

namespace IJJO.Platform.OData.Tests;

/// <summary>What is asked is worked out in PostgreSQL, not in memory.</summary>
public sealed class DatabaseWorkTests(SampleSite site)
{
    [Theory]
    [InlineData("submissions/Proposals?$apply=groupby((Country),aggregate($count as N))", "GROUP BY")]
    [InlineData("submissions/Proposals?$apply=groupby((State,Language),aggregate(Country with countdistinct as N))", "GROUP BY", "count(DISTINCT")]
    [InlineData("submissions/Proposals?$apply=aggregate(SentAt with max as N)", "max(")]
    [InlineData("evaluation/Assessments?$apply=aggregate(Total with average as N)", "avg(")]
    [InlineData("evaluation/Assessments?$apply=filter(State eq 'submitted')/groupby((LineOfWork),aggregate(Total with min as N))", "GROUP BY", "min(", "WHERE")]
    [InlineData("evaluation/Workload?$apply=groupby((Evaluator),aggregate(RemindersSent with sum as N))&$orderby=N desc&$top=3", "GROUP BY", "sum(", "LIMIT")]
    [InlineData("knowledge-feed/AllAdvances?$apply=compute(Year add 1 as N)/groupby((N),aggregate($count as M))", "GROUP BY")]
    [InlineData("knowledge-feed/AllAdvances?$apply=filter(Year gt 2000)/groupby((Type),aggregate($count as N))&$filter=N gt 1", "GROUP BY")]
    [InlineData("submissions/Proposals?$search=justice&$apply=aggregate($count as N)", "count(", "tsquery")]
    public async Task Groups_and_sums_are_made_by_one_statement(string query, params string[] parts)
    {
        using var sql = new SqlRecorder();
        var address = $"/odata/{query}";
        // Whether accents can be folded is asked once in the life of the host.
        await site.Served.GetAsync(site.Served.People.Everybody, address);
        var (answer, sent) = await sql.WatchAsync(() => site.Served.GetAsync(site.Served.People.Everybody, address));
        Assert.True(answer.Status == 200, answer.Body);
        var statement = Assert.Single(sent);
        Assert.All(parts, part => Assert.Contains(part, statement, StringComparison.OrdinalIgnoreCase));
        Assert.All(JsonDocument.Parse(answer.Body).RootElement.GetProperty("value").EnumerateArray(), row => Assert.True(row.TryGetProperty("N", out _), answer.Body));
    }

    [Fact]
    public async Task A_list_is_one_statement_with_the_columns_that_were_asked_for()
    {
        using var sql = new SqlRecorder();
        var (answer, sent) = await sql.WatchAsync(() => site.Served.GetAsync(site.Served.People.Everybody, "/odata/submissions/Proposals?$filter=Country eq 'ES'&$select=Reference&$orderby=SentAt&$top=5"));
        Assert.True(answer.Status == 200, answer.Body);
        Assert.DoesNotContain("email", Assert.Single(sent), StringComparison.OrdinalIgnoreCase);
    }
}
