namespace IJJO.Evaluation.Cases;

/// <summary>Stored and shown as these texts, so that a filter over OData reads <c>State eq 'to-decide'</c>.</summary>
internal static class CaseState
{
    public const string New = "new";
    public const string InEvaluation = "in-evaluation";
    public const string ToDecide = "to-decide";
    public const string Decided = "decided";
    public const string Withdrawn = "withdrawn";
    public const string Erased = "erased";
}
