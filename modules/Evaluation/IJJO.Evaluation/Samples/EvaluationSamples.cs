using IJJO.Evaluation.Assessments;
using IJJO.Evaluation.Assignments;
using IJJO.Evaluation.Cases;
using IJJO.Evaluation.Contracts;
using IJJO.Evaluation.Decisions;
using IJJO.Evaluation.Rubrics;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Samples;

/// <summary>
/// Carries the sample proposals through evaluation, each as far as <c>cases.json</c> says by its sender; the others stay new. What follows from a decision
/// elsewhere follows by its event.
/// </summary>
internal sealed class EvaluationSamples(EvaluationDb db, IStaffDirectory staff, SuggestLines suggestions, TimeProvider clock) : ISampleData
{
    private readonly SampleTexts texts = SampleTexts.Read();

    public int Order => 20;

    public async Task SeedAsync(CancellationToken cancel)
    {
        var evaluators = await EvaluatorsAsync(cancel);
        if (evaluators.Count == 0) return;
        var rubrics = (await db.Rubrics.ToListAsync(cancel)).GroupBy(r => r.LineOfWork).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Number)!);
        var groups = await db.Groups.Where(g => g.State == "chartered" || g.State == "active").OrderBy(g => g.Title).ToListAsync(cancel);
        var by = (await staff.WithPermissionAsync(EvaluationPermissions.Decide, cancel)).FirstOrDefault()?.Name ?? "";
        var cases = await db.Cases.Include(c => c.Assignments).Where(c => c.State == CaseState.New).OrderBy(c => c.SubmittedAt).ThenBy(c => c.Reference).ToListAsync(cancel);
        var samples = SampleCase.Read().ToDictionary(sample => sample.Sender);
        for (var i = 0; i < cases.Count; i++)
        {
            if (!samples.TryGetValue(cases[i].SenderName, out var sample)) continue;
            var lines = (await suggestions.DefaultAsync(cases[i], cancel)).Where(rubrics.ContainsKey).Take(2).ToArray();
            if (lines.Length > 0) Carry(cases[i], sample, i, lines, evaluators, rubrics, groups, by);
        }
        await db.SaveChangesAsync(cancel);
    }

    private async Task<IReadOnlyList<StaffMember>> EvaluatorsAsync(CancellationToken cancel)
    {
        var all = await staff.WithPermissionAsync(EvaluationPermissions.Assess, cancel);
        var coordinators = (await staff.WithPermissionAsync(EvaluationPermissions.Read, cancel)).Select(s => s.Id).ToHashSet();
        var outside = all.Where(s => !coordinators.Contains(s.Id)).ToArray();
        return outside.Length > 0 ? outside : all;
    }

    private void Carry(
        Case found, SampleCase sample, int i, string[] lines, IReadOnlyList<StaffMember> evaluators, Dictionary<string, RubricEdition> rubrics, List<Groups.Group> groups, string by)
    {
        var stage = sample.Stage;
        var assignedAt = Earlier(found.SubmittedAt.AddDays(sample.Days / 6d));
        for (var k = 0; k < Math.Min(2, evaluators.Count); k++)
        {
            var evaluator = evaluators[(i + k) % evaluators.Count];
            var dueAt = stage is "assigned" or "half" ? clock.GetUtcNow().AddDays(i % 9 - 2) : assignedAt.AddDays(14);
            var assignment = found.Assign(evaluator, lines, dueAt, by, assignedAt);
            db.Add(assignment);
            db.Publish(new CaseAssigned(found.Id, found.PartyId, evaluator.Name, dueAt), assignedAt);
            if (stage == "assigned" || (stage == "half" && k > 0)) continue;
            Score(found, sample, assignment, lines, rubrics, i, k, Earlier(found.SubmittedAt.AddDays(sample.Days * (6 + k) / 9d)));
        }
        found.Reckon();
        if (stage is "decided" or "pending") Decide(found, sample, i, groups, by, Earlier(found.SubmittedAt.AddDays(sample.Days)));
    }

    private void Score(Case found, SampleCase sample, Assignment assignment, string[] lines, Dictionary<string, RubricEdition> rubrics, int i, int k, DateTimeOffset at)
    {
        var assessment = Assessment.For(assignment);
        foreach (var line in lines)
        {
            var rubric = rubrics[line];
            // Better cases and worse ones, and two evaluators who do not always agree.
            var scores = rubric.Scored(found.HasProposal).Select((c, n) => (c.Code, Value: Math.Clamp(sample.Level + ((i * 3 + k * 2 + n) % 3) - 1, 1, 5)));
            var scored = new LineAssessment
            {
                Id = Guid.CreateVersion7(), AssessmentId = assessment.Id, LineOfWork = line, RubricId = rubric.Id, Scores = scores.ToDictionary(s => s.Code, s => s.Value),
            };
            scored.Reckon(rubric);
            assessment.Lines.Add(scored);
        }
        assessment.Comment = texts.Comment(sample.Level, i + k);
        assessment.MessageForParty = k == 0 ? texts.Message(sample.Level, found.Language, i) : null;
        assessment.Submit(at);
        assignment.Done(at);
        db.Add(assessment);
        db.Publish(new AssessmentSubmitted(found.Id, found.PartyId, assignment.EvaluatorName, lines), at);
    }

    private void Decide(Case found, SampleCase sample, int i, List<Groups.Group> groups, string by, DateTimeOffset at)
    {
        var group = sample.Group is null ? null : groups.FirstOrDefault(g => g.Title == sample.Group);
        // Without the module that keeps the groups there is none to join.
        var action = sample.Group is not null && group is null ? "co-author-publication" : sample.Action ?? Outcome.ActionOf(sample.Outcome!);
        var decision = Decision.For(found, at);
        decision.Write(sample.Outcome!, action, group, found.Language, texts.Message(sample.Level, found.Language, i), by, at);
        db.Add(decision);
        if (sample.Stage == "decided") db.Publish(decision.Apply(found, at), at);
    }

    private DateTimeOffset Earlier(DateTimeOffset at) => at < clock.GetUtcNow() ? at : clock.GetUtcNow().AddHours(-1);
}
