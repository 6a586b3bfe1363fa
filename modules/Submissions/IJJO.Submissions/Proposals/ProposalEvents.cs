using IJJO.Submissions.Contracts;
using IJJO.Submissions.Parties;

namespace IJJO.Submissions.Proposals;

/// <summary>What the other modules are told.</summary>
internal static class ProposalEvents
{
    public static ProposalSubmitted Submitted(this Proposal p) => new()
    {
        CaseId = p.Id, PartyId = p.PartyId!.Value, Reference = p.Reference, Kind = p.Kind, SenderName = p.Name, EntityName = p.EntityName,
        OrganisationType = p.OrganisationType, Profession = p.Profession, Country = p.Country, Language = p.Language, Proposal = p.Text,
        Interests = p.Interests, Specialisation = p.Specialisation, Themes = p.Themes, LinesOfWork = p.LinesOfWork, SubmittedAt = p.SentAt,
    };

    public static ProposalEdited Edited(this Proposal p) => new()
    {
        CaseId = p.Id, PartyId = p.PartyId!.Value, Reference = p.Reference, Kind = p.Kind, SenderName = p.Name, EntityName = p.EntityName,
        OrganisationType = p.OrganisationType, Profession = p.Profession, Country = p.Country, Language = p.Language, Proposal = p.Text,
        Interests = p.Interests, Specialisation = p.Specialisation, Themes = p.Themes, LinesOfWork = p.LinesOfWork, SubmittedAt = p.SentAt,
    };

    public static PartyChanged Changed(this Party p) => new(p.Id, p.Name, p.EntityName, p.Email!, p.Language, p.Country);
}
