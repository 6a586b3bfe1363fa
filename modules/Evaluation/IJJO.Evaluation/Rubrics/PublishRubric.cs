using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Rubrics;

/// <summary>Carries edited criteria into the rubric that the next assessment uses.</summary>
internal sealed class PublishRubric(EvaluationDb db, TimeProvider clock)
{
    /// <summary>Call it within the transaction that changed the criteria, after they were saved.</summary>
    public async Task OfLineAsync(string line, CancellationToken cancel)
    {
        var criteria = await db.Criteria.Where(c => c.LineOfWork == line).OrderBy(c => c.Order).ThenBy(c => c.Code).ToListAsync(cancel);
        RubricCriterion[] copies = [.. criteria.Select(c => c.Copy())];
        var latest = await db.Rubrics.Where(r => r.LineOfWork == line).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel);
        var isUsed = latest is not null && await db.LineAssessments.AnyAsync(l => l.RubricId == latest.Id, cancel);
        if (latest is null || isUsed)
        {
            db.Add(new RubricEdition
            {
                Id = Guid.CreateVersion7(), LineOfWork = line, Number = (latest?.Number ?? 0) + 1, PublishedAt = clock.GetUtcNow(), Criteria = copies,
            });
        }
        else
        {
            latest.Criteria = copies;
            latest.PublishedAt = clock.GetUtcNow();
        }
        await db.SaveChangesAsync(cancel);
    }
}
