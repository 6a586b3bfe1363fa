using System.Text.Json;
using IJJO.Evaluation.Decisions;
using IJJO.Evaluation.Rubrics;
using IJJO.Platform;

namespace IJJO.Evaluation.Tests;

public sealed class ShippedRubricsAreComplete
{
    [Fact]
    public void Every_line_of_work_has_a_rubric() =>
        Assert.Equal(Ids("line-of-work").Order(), ShippedRubrics.Read().Select(rubric => rubric.Line).Order());

    [Fact]
    public void Every_rubric_judges_proposal_and_profile_and_has_a_safeguarding_flag()
    {
        foreach (var (line, criteria) in ShippedRubrics.Read())
        {
            Assert.True(criteria.Count(c => !c.IsFlag && c.Subject == Subject.Proposal) >= 4, line);
            Assert.True(criteria.Count(c => !c.IsFlag && c.Subject == Subject.Profile) >= 3, line);
            Assert.Contains(criteria, c => c.IsFlag && c.Code == "safeguarding");
            Assert.Equal(criteria.Count, criteria.Select(c => c.Code).Distinct().Count());
        }
    }

    [Fact]
    public void Every_criterion_keeps_the_rules_that_editors_must_keep() => Assert.All(ShippedRubrics.Read().SelectMany(rubric => rubric.Criteria), criterion =>
        Assert.Empty(new CriterionContent(criterion.Subject, criterion.IsFlag, criterion.Weight, criterion.Order, criterion.Label, criterion.Hint, criterion.Steps).Errors()));

    [Fact]
    public void Actions_suggested_and_recorded_exist_in_the_vocabulary()
    {
        var known = Ids("action");
        string[] quadrants = [Quadrant.Both, Quadrant.ProposalOnly, Quadrant.ProfileOnly, Quadrant.Neither];
        var used = quadrants.SelectMany(q => Ids("line-of-work").SelectMany(line => Quadrant.Actions(q, line)))
            .Concat(Outcome.All.Where(o => o != Outcome.ActionOffered).Select(Outcome.ActionOf)).Append(Outcome.JoinGroup).Distinct();
        Assert.Empty(used.Except(known));
    }

    private static string[] Ids(string vocabulary)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src/IJJO.Platform/Vocabularies/Seed", $"{vocabulary}.json")));
        return [.. file.RootElement.GetProperty("terms").EnumerateArray().Select(term => term.GetProperty("id").GetString()!)];
    }
}

internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "IJJO.Platform.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException());
}
