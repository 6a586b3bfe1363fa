using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Rubrics;

/// <summary>A criterion as rubric editors see and change it, in the grid or from any OData client.</summary>
public sealed class CriterionRow
{
    [Key] public Guid Id { get; init; }
    public string LineOfWork { get; init; } = "";
    public string Code { get; init; } = "";
    public string Subject { get; init; } = "";
    public bool IsFlag { get; init; }
    public int Weight { get; init; }
    public int Order { get; init; }
    public string LabelEn { get; init; } = "";
    public string LabelEs { get; init; } = "";
    public string LabelFr { get; init; } = "";
    public string HintEn { get; init; } = "";
    public string HintEs { get; init; } = "";
    public string HintFr { get; init; } = "";
    public string StepsEn { get; init; } = "";
    public string StepsEs { get; init; } = "";
    public string StepsFr { get; init; } = "";
    [RowVersion] public uint Version { get; init; }

    internal static IQueryable<CriterionRow> Query(EvaluationDb db, ICurrentUser user) => db.Criteria.AsNoTracking().Select(c => new CriterionRow
    {
        Id = c.Id, LineOfWork = c.LineOfWork, Code = c.Code, Subject = c.Subject, IsFlag = c.IsFlag, Weight = c.Weight, Order = c.Order,
        LabelEn = c.Label.En, LabelEs = c.Label.Es, LabelFr = c.Label.Fr, HintEn = c.Hint.En, HintEs = c.Hint.Es, HintFr = c.Hint.Fr,
        StepsEn = c.Steps.En, StepsEs = c.Steps.Es, StepsFr = c.Steps.Fr, Version = c.Version,
    });

    internal static void Describe(Board<CriterionRow> board) => board
        .Title(c => c.LabelEn, c => c.LineOfWork)
        .Columns(c => c.LineOfWork, c => c.Code, c => c.Subject, c => c.Weight, c => c.IsFlag, c => c.LabelEn, c => c.LabelEs, c => c.LabelFr)
        .Search(c => c.LabelEn, c => c.LabelEs, c => c.LabelFr, c => c.HintEn)
        .Filters(c => c.LineOfWork, c => c.Subject, c => c.IsFlag)
        .OrderBy("LineOfWork,Order")
        .Vocabulary(c => c.LineOfWork, Vocabulary.LineOfWork)
        .State(c => c.Subject)
        .LongText(c => c.HintEn, c => c.HintEs, c => c.HintFr, c => c.StepsEn, c => c.StepsEs, c => c.StepsFr)
        .Facet("weight", c => c.LineOfWork, c => c.Code, c => c.Subject, c => c.Weight, c => c.Order, c => c.IsFlag)
        .Facet("english", c => c.LabelEn, c => c.HintEn, c => c.StepsEn)
        .Facet("spanish", c => c.LabelEs, c => c.HintEs, c => c.StepsEs)
        .Facet("french", c => c.LabelFr, c => c.HintFr, c => c.StepsFr)
        .View("all")
        .View("proposal", "Subject eq 'proposal' and IsFlag eq false")
        .View("profile", "Subject eq 'profile' and IsFlag eq false")
        .View("flags", "IsFlag eq true")
        .Insert<AddCriterion>(EvaluationPermissions.EditRubrics)
        .Update<EditCriterion>(EvaluationPermissions.EditRubrics, c => c.Id, c => c.Version)
        .Delete<RemoveCriterion>(EvaluationPermissions.EditRubrics, c => c.Id, c => c.Version);
}
