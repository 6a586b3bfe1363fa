using IJJO.Evaluation.Assignments;
using IJJO.Evaluation.Cases;
using IJJO.Evaluation.Contracts;
using IJJO.Evaluation.Rubrics;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Assessments;

/// <summary>An evaluator keeps a draft of the scores, or hands them in. A draft may be as incomplete as it likes.</summary>
public sealed record SaveAssessment(Guid AssignmentId, IReadOnlyList<LineScores> Lines, string? Comment, string? MessageForParty, bool Submit);

/// <summary>The scores against one line of work, with the edition of the rubric that was shown.</summary>
public sealed record LineScores(string LineOfWork, Guid RubricId, IReadOnlyDictionary<string, int> Scores, IReadOnlyCollection<string> Flags)
{
    /// <summary>The form field of a criterion, which errors refer to.</summary>
    public static string Field(string line, string criterion) => $"score.{line}.{criterion}";
}

internal sealed class SaveAssessmentHandler(EvaluationDb db, ICurrentUser user, TimeProvider clock) : ICommandHandler<SaveAssessment>
{
    public async Task<Result> Handle(SaveAssessment command, CancellationToken cancel)
    {
        var found = await db.Cases.Include(c => c.Assignments).FirstOrDefaultAsync(c => c.Assignments.Any(a => a.Id == command.AssignmentId), cancel);
        var assignment = found?.Assignments.Single(a => a.Id == command.AssignmentId);
        if (found is null || assignment is null || assignment.EvaluatorId != user.StaffId) return Result.NotFound();
        if (assignment.State == AssignmentState.Done) return Result.Refused("evaluation.already-submitted");
        if (!assignment.IsOpen || !found.IsOpen) return Result.Refused("evaluation.assignment-closed");

        var ids = command.Lines.Select(l => l.RubricId).ToArray();
        var rubrics = await db.Rubrics.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var errors = AssessmentRules.Check(command, rubrics, found.HasProposal);
        if (errors.Count > 0) return Result.Invalid(errors);

        var assessment = await db.Assessments.Include(a => a.Lines).FirstOrDefaultAsync(a => a.Id == assignment.Id, cancel);
        if (assessment is null) db.Add(assessment = Assessment.For(assignment));
        Write(command, assessment, rubrics);
        if (command.Submit) Submit(found, assignment, assessment);
        await db.SaveChangesAsync(cancel);
        return Result.Ok(assessment.Id);
    }

    private void Write(SaveAssessment command, Assessment assessment, Dictionary<Guid, RubricEdition> rubrics)
    {
        assessment.Comment = command.Comment;
        assessment.MessageForParty = command.MessageForParty;
        assessment.SavedAt = clock.GetUtcNow();
        foreach (var given in command.Lines)
        {
            var line = assessment.Lines.FirstOrDefault(l => l.LineOfWork == given.LineOfWork);
            if (line is null)
            {
                line = new LineAssessment { Id = Guid.CreateVersion7(), AssessmentId = assessment.Id, LineOfWork = given.LineOfWork, RubricId = given.RubricId };
                // Added by itself: with a key set by us, a row that is only reachable would be taken for an existing one. It joins the lines by its foreign key.
                db.Add(line);
            }
            line.RubricId = given.RubricId;
            line.Scores = new(given.Scores);
            line.Flags = [.. given.Flags];
            line.Reckon(rubrics[given.RubricId]);
        }
        // A line that was opened and not scored says nothing; a draft keeps it open.
        if (command.Submit) foreach (var empty in assessment.Lines.Where(l => l.Scores.Count == 0 && l.Flags.Length == 0).ToArray()) db.Remove(empty);
    }

    private void Submit(Case found, Assignment assignment, Assessment assessment)
    {
        var now = clock.GetUtcNow();
        assessment.Submit(now);
        assignment.Done(now);
        found.Reckon();
        db.Publish(new AssessmentSubmitted(
            found.Id, found.PartyId, assignment.EvaluatorName, [.. assessment.Lines.Where(l => l.Scores.Count > 0).Select(l => l.LineOfWork).Order()]));
    }
}
