namespace IJJO.Evaluation.Cases;

/// <summary>What Evaluation reads of a proposal, new or edited.</summary>
internal abstract record ProposalSent
{
    public Guid CaseId { get; init; }
    public Guid PartyId { get; init; }
    public string Reference { get; init; } = "";
    public string Kind { get; init; } = "individual";
    public string SenderName { get; init; } = "";
    public string? EntityName { get; init; }
    public string? OrganisationType { get; init; }
    public string? Profession { get; init; }
    public string Country { get; init; } = "";
    public string Language { get; init; } = "en";
    public string? Proposal { get; init; }
    public string? Interests { get; init; }
    public string? Specialisation { get; init; }
    public string[]? Themes { get; init; }
    public string[]? LinesOfWork { get; init; }
    public DateTimeOffset SubmittedAt { get; init; }

    public Case ToCase()
    {
        var made = new Case
        {
            Id = CaseId, PartyId = PartyId, Reference = Reference, Kind = Kind, SenderName = SenderName, Country = Country, Language = Language,
            SubmittedAt = SubmittedAt.ToUniversalTime(),
        };
        CopyTo(made);
        return made;
    }

    public void CopyTo(Case target)
    {
        if (target.State == CaseState.Erased) return;
        target.Kind = Kind;
        target.SenderName = SenderName;
        target.EntityName = EntityName;
        target.OrganisationType = OrganisationType;
        target.Profession = Profession;
        target.Country = Country;
        target.Language = Language;
        target.Themes = Themes ?? [];
        target.LinesOfWork = LinesOfWork ?? [];
        target.Write(new CaseTexts { Proposal = Proposal, Interests = Interests, Specialisation = Specialisation });
    }
}
