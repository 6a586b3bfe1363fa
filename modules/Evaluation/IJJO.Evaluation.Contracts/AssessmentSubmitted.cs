using IJJO.Platform;

namespace IJJO.Evaluation.Contracts;

/// <summary>An evaluator has scored a case. The scores themselves stay inside Evaluation.</summary>
[EventName("evaluation.assessment-submitted.v1")]
public sealed record AssessmentSubmitted(Guid CaseId, Guid PartyId, string EvaluatorName, IReadOnlyList<string> LinesOfWork) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => [CaseId];
    Guid? ITimelineEvent.Party => PartyId;
}
