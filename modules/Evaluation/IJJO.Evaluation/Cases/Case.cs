using IJJO.Evaluation.Assignments;
using IJJO.Platform;

namespace IJJO.Evaluation.Cases;

/// <summary>A proposal under evaluation: a copy of what was sent, who scores it, and where it stands.</summary>
public sealed class Case
{
    private const string Identity = "recognise the sender and conflicts of interest";

    public required Guid Id { get; init; }
    public required Guid PartyId { get; init; }
    public required string Reference { get; init; }
    public required string Kind { get; set; }

    [Personal(Identity, LegalBasis.Consent, 730)] public required string SenderName { get; set; }

    [Personal(Identity, LegalBasis.Consent, 730)] public string? EntityName { get; set; }

    public string? OrganisationType { get; set; }
    public string? Profession { get; set; }
    public required string Country { get; set; }
    public required string Language { get; set; }
    public CaseTexts Texts { get; private set; } = new();
    public CaseTexts BlindTexts { get; private set; } = new();
    public string[] Themes { get; set; } = [];
    public string[] LinesOfWork { get; set; } = [];
    public required DateTimeOffset SubmittedAt { get; init; }
    public DateTimeOffset? EditedAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string State { get; private set; } = CaseState.New;
    public List<Assignment> Assignments { get; } = [];
    public uint Version { get; private set; }

    public bool IsOpen => State is CaseState.New or CaseState.InEvaluation or CaseState.ToDecide;

    /// <summary>Without a proposal (interests or a specialisation only) there is a profile to score and nothing else.</summary>
    public bool HasProposal => !string.IsNullOrWhiteSpace(Texts.Proposal);

    public Assignment? AssignmentOf(Guid evaluatorId) => Assignments.FirstOrDefault(a => a.EvaluatorId == evaluatorId && a.IsActive);

    public void Write(CaseTexts texts)
    {
        Texts = texts;
        BlindTexts = texts.WithoutNames(SenderName, EntityName);
    }

    public void Edited(DateTimeOffset now) => EditedAt = now;

    public Assignment Assign(StaffMember evaluator, IEnumerable<string> lines, DateTimeOffset dueAt, string by, DateTimeOffset now)
    {
        var assignment = new Assignment
        {
            Id = Guid.CreateVersion7(now), CaseId = Id, EvaluatorId = evaluator.Id, EvaluatorName = evaluator.Name,
            LinesOfWork = [.. lines], DueAt = dueAt, AssignedBy = by, AssignedAt = now,
        };
        Assignments.Add(assignment);
        Reckon();
        return assignment;
    }

    /// <summary>Where the case stands follows from its assignments until somebody decides.</summary>
    public void Reckon()
    {
        if (!IsOpen) return;
        State = !Assignments.Any(a => a.IsActive) ? CaseState.New
            : Assignments.Any(a => a.IsOpen) ? CaseState.InEvaluation
            : CaseState.ToDecide;
    }

    public void Decide(DateTimeOffset now)
    {
        CancelOpenAssignments();
        State = CaseState.Decided;
        DecidedAt = now;
    }

    public void Reopen()
    {
        State = CaseState.New;
        DecidedAt = null;
        Reckon();
    }

    public void Withdraw()
    {
        CancelOpenAssignments();
        State = CaseState.Withdrawn;
    }

    /// <summary>The row stays for the statistics, without the person in it.</summary>
    public void Erase()
    {
        CancelOpenAssignments();
        SenderName = "";
        EntityName = null;
        Texts = new();
        BlindTexts = new();
        State = CaseState.Erased;
    }

    private void CancelOpenAssignments()
    {
        foreach (var assignment in Assignments.Where(a => a.IsOpen)) assignment.Cancel();
    }
}
