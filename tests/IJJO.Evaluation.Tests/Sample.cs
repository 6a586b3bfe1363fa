using IJJO.Evaluation.Cases;
using IJJO.Platform;

namespace IJJO.Evaluation.Tests;

internal static class Sample
{
    public static ProposalSubmitted Sent(string proposal = "We compare restorative measures in three countries.") => new()
    {
        CaseId = Guid.CreateVersion7(), PartyId = Guid.CreateVersion7(), Reference = "S-2026-00007", Kind = "entity", SenderName = "Amaia Etxeberria Ruiz",
        EntityName = "Fundación Puentes", OrganisationType = "ngo", Profession = "lawyer", Country = "ES", Language = "es", Proposal = proposal,
        Themes = ["restorative-justice"], LinesOfWork = ["research"], SubmittedAt = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero),
    };

    public static Case Case() => Sent().ToCase();

    public static StaffMember Person(string name) => new(Guid.CreateVersion7(), name, $"{name.ToLowerInvariant()}@observatory.example", "en");
}
