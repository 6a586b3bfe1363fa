using System.Text.Json;
using IJJO.Platform;
using IJJO.Platform.Events;
using IJJO.Platform.Testing;
using IJJO.Submissions.Contracts;

namespace IJJO.Submissions.Tests;

/// <summary>Other modules read these events by name and member: a change here breaks them, so it needs a new version of the event.</summary>
public sealed class EventsKeepTheirForm
{
    private static readonly Guid Case = new("0198f000-0000-7000-8000-000000000001");
    private static readonly Guid Party = new("0198f000-0000-7000-8000-000000000002");
    private static readonly DateTimeOffset At = new(2026, 3, 16, 9, 30, 0, TimeSpan.Zero);

    public static TheoryData<object> Events => [
        new ProposalSubmitted
        {
            CaseId = Case, PartyId = Party, Reference = "S-2026-00007", Kind = "entity", SenderName = "Ana Ruiz", EntityName = "Fundación Sur", OrganisationType = "foundation-donor",
            Profession = "lawyer", Country = "ES", Language = "es", Proposal = "Una red.", Interests = "Mediación.", Specialisation = "Justicia restaurativa.",
            Themes = ["mediation"], LinesOfWork = ["networks"], SubmittedAt = At,
        },
        new ProposalEdited
        {
            CaseId = Case, PartyId = Party, Reference = "S-2026-00007", Kind = "individual", SenderName = "Ana Ruiz", Country = "ES", Language = "es",
            Proposal = "Una red.", Themes = [], LinesOfWork = [], SubmittedAt = At,
        },
        new ProposalWithdrawn(Case, Party, "Too early."),
        new PartyChanged(Party, "Ana Ruiz", "Fundación Sur", "ana@example.org", "es", "ES"),
        new ConsentChanged(Party, "newsletter", true, At),
        new PartyErased(Party),
    ];

    [Theory]
    [MemberData(nameof(Events), DisableDiscoveryEnumeration = true)]
    public void The_json_of_an_event_equals_its_golden_file(object e)
    {
        var golden = Path.Combine(TestPlaces.Repository, "tests/IJJO.Submissions.Tests/Golden", $"{EventNameAttribute.Of(e.GetType())}.json");
        var written = JsonSerializer.Serialize(e, e.GetType(), new JsonSerializerOptions(EventJson.Options) { WriteIndented = true });
        Assert.Equal(File.ReadAllText(golden).ReplaceLineEndings().Trim(), written.ReplaceLineEndings());
    }
}
