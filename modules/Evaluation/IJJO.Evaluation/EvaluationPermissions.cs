using IJJO.Platform;

namespace IJJO.Evaluation;

internal static class EvaluationPermissions
{
    /// <summary>See the cases with their senders. Evaluators do not have it: what they see is blind.</summary>
    public const string Read = "evaluation.read";
    public const string Assign = "evaluation.assign";
    public const string Assess = "evaluation.assess";
    public const string Decide = "evaluation.decide";
    public const string EditRubrics = "evaluation.rubrics.edit";

    public static readonly Permission[] All =
    [
        new(Read, Roles.Coordinator),
        new(Assign, Roles.Coordinator),
        // Coordinators of a small team evaluate too; what they may see of others' scores is a matter of rows, not of the role.
        new(Assess, Roles.Evaluator, Roles.Coordinator),
        new(Decide, Roles.Coordinator),
        new(EditRubrics, Roles.Coordinator),
    ];
}
