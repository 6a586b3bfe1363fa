using System.Text.Json;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Rubrics;

/// <summary>
/// The rubrics that the platform ships, for lines of work that have none yet: shared criteria, the fit with the line asked in its own words, and one
/// criterion of its own. What a coordinator has edited, or emptied on purpose, is left alone.
/// </summary>
internal sealed class ShippedRubrics(EvaluationDb db, PublishRubric publish) : IReferenceData
{
    private const string Resource = "IJJO.Evaluation.Rubrics.rubrics.json";

    public async Task SeedAsync(CancellationToken cancel)
    {
        var known = await db.Rubrics.Select(r => r.LineOfWork).Distinct().ToListAsync(cancel);
        foreach (var (line, criteria) in Read().Where(rubric => !known.Contains(rubric.Line)))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            db.AddRange(criteria);
            await db.SaveChangesAsync(cancel);
            await publish.OfLineAsync(line, cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    internal static IReadOnlyList<(string Line, IReadOnlyList<Criterion> Criteria)> Read()
    {
        using var stream = typeof(ShippedRubrics).Assembly.GetManifestResourceStream(Resource)!;
        var file = JsonSerializer.Deserialize<RubricFile>(stream, JsonSerializerOptions.Web)!;
        return [.. file.Lines.Select(line => (line.Key, (IReadOnlyList<Criterion>)
            [.. file.Shared.Append(file.Fit with { Hint = line.Value.Fit }).Append(line.Value.Own).OrderBy(c => c.Order).Select(c => c.For(line.Key))]))];
    }

    private sealed record RubricFile(IReadOnlyList<ShippedCriterion> Shared, ShippedCriterion Fit, IReadOnlyDictionary<string, ShippedLine> Lines);

    private sealed record ShippedLine(Localised Fit, ShippedCriterion Own);

    private sealed record ShippedCriterion(
        string Code, string Subject, bool Flag, int Weight, int Order, Localised Label, Localised? Hint, IReadOnlyDictionary<string, string[]>? Steps)
    {
        public Criterion For(string line) => new()
        {
            Id = Guid.CreateVersion7(), LineOfWork = line, Code = Code, Subject = Subject, IsFlag = Flag, Weight = Weight, Order = Order, Label = Label,
            Hint = Hint ?? new(), Steps = new() { En = Lines("en"), Es = Lines("es"), Fr = Lines("fr") },
        };

        private string Lines(string language) => Steps is null ? "" : string.Join('\n', Steps[language]);
    }
}
