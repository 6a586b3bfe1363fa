namespace IJJO.Submissions.Proposals;

/// <summary>What the form asks, as typed. Everything may be missing, so that one round tells the sender all that is to be corrected.</summary>
public abstract record ProposalAnswers
{
    /// <summary><c>individual</c> or <c>entity</c>.</summary>
    public string? Kind { get; init; }
    public string? Name { get; init; }
    public string? EntityName { get; init; }
    public string? OrganisationType { get; init; }
    public string? Profession { get; init; }
    public string? Email { get; init; }
    public string? Country { get; init; }
    public string? Language { get; init; }
    public string? Proposal { get; init; }
    public string? Interests { get; init; }
    public string? Specialisation { get; init; }
    public IReadOnlyList<string> Themes { get; init; } = [];
    public IReadOnlyList<string> LinesOfWork { get; init; } = [];

    internal bool IsEntity => Kind == "entity";
}
