using System.Text.Json;

namespace IJJO.Platform.Tests.Production;

/// <summary>A whole site in Production, as its operator sees it.</summary>
public sealed class ProductionTests(ProductionSite site) : IClassFixture<ProductionSite>
{
    [Theory]
    [InlineData("platform.term WHERE vocabulary = 'country'", 254)]
    [InlineData("platform.term WHERE vocabulary = 'instrument'", 43)]
    [InlineData("platform.setting WHERE key LIKE 'sample-data%'", 0)]
    [InlineData("identity.account", 0)]
    [InlineData($"submissions.proposals WHERE email <> '{ProductionSite.Sender}' AND name NOT LIKE 'Oriol%'", 0)]
    [InlineData("evaluation.decisions", 0)]
    [InlineData("working_groups.groups", 0)]
    [InlineData("knowledge_feed.advances", 0)]
    public async Task There_are_vocabularies_and_no_sample_even_when_somebody_asks_for_it(string rows, long number) =>
        Assert.Equal(number, await Sql.ScalarAsync(site.Database, $"SELECT count(*) FROM {rows}"));

    [Fact]
    public void Every_line_of_the_log_is_structured_and_none_says_who_wrote_what()
    {
        var printed = site.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var log = printed.Where(line => line.StartsWith('{')).ToArray();

        var levels = log.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("LogLevel").GetString()).ToArray();
        Assert.Contains("Information", levels);
        Assert.Contains("Warning", levels);
        Assert.Contains("Error", levels);
        // The link that makes the first administrator is printed beside the log.
        Assert.All(printed.Except(log), line => Assert.True(line.StartsWith("Nobody administers this site yet.", StringComparison.Ordinal) || line.Contains("/staff/welcome/", StringComparison.Ordinal), line));
        Assert.All(log, line => Assert.DoesNotContain(site.Secrets, secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        Assert.All(log, line => Assert.DoesNotContain("/staff/welcome/", line));
    }
}
