using IJJO.Platform;

namespace IJJO.Submissions.Proposals;

/// <summary>What one sender offers, with the sender's details as they were given, and how far it has come.</summary>
public sealed partial class Proposal
{
    public required Guid Id { get; init; }

    /// <summary>The public number, <c>S-2026-00042</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>From the form's token: sending the same form again finds the same proposal.</summary>
    public required Guid SubmissionKey { get; init; }

    public Guid? PartyId { get; private set; }

    public string Kind { get; private set; } = "";

    [Personal("know who proposes", LegalBasis.Consent, 730)]
    public string Name { get; private set; } = "";

    [Personal("contact the sender", LegalBasis.Consent, 730)]
    public string Email { get; private set; } = "";

    [Personal("know for whom the sender speaks", LegalBasis.Consent, 730)]
    public string? EntityName { get; private set; }

    public string? OrganisationType { get; private set; }
    public string? Profession { get; private set; }
    public string Country { get; private set; } = "";
    public string Language { get; private set; } = "";

    [Personal("evaluate the proposal", LegalBasis.Consent, 730)]
    public string? Text { get; private set; }

    [Personal("evaluate the profile", LegalBasis.Consent, 730)]
    public string? Interests { get; private set; }

    [Personal("evaluate the profile", LegalBasis.Consent, 730)]
    public string? Specialisation { get; private set; }

    public string[] Themes { get; private set; } = [];
    public string[] LinesOfWork { get; private set; } = [];

    /// <summary>What the screening of the free text has noticed, see <see cref="Intake.Safeguarding"/>.</summary>
    public string[] Flags { get; private set; } = [];

    public string State { get; private set; } = ProposalState.Received;

    /// <summary>Why it was put into quarantine.</summary>
    public string? QuarantineReason { get; private set; }

    /// <summary>What was decided: action-offered, roster, referred or declined.</summary>
    public string? Outcome { get; private set; }

    [Personal("know why it was withdrawn or closed", LegalBasis.LegitimateInterest, 730)]
    public string? EndReason { get; private set; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The Monday of the week it was sent in, for charts.</summary>
    public DateOnly SentWeek { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Since when the other modules know it.</summary>
    public DateTimeOffset? CaseSince { get; private set; }

    /// <summary>Since when it is in its state.</summary>
    public DateTimeOffset StateAt { get; private set; }

    public uint Version { get; private set; }

    public static Proposal Send(Guid submissionKey, string reference, ProposalAnswers answers, string? suspicion, DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var proposal = new Proposal
        {
            Id = Guid.CreateVersion7(now),
            Reference = reference,
            SubmissionKey = submissionKey,
            Email = answers.Email!.Trim().ToLowerInvariant(),
            SentAt = now,
            SentWeek = day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        };
        proposal.Fill(answers);
        proposal.QuarantineReason = suspicion;
        proposal.Become(suspicion is null ? ProposalState.Received : ProposalState.Quarantine, now);
        return proposal;
    }

    /// <summary>Takes everything from the form except the address, which only a confirmation may change.</summary>
    public void Fill(ProposalAnswers answers)
    {
        Kind = answers.Kind!;
        Name = answers.Name!;
        EntityName = answers.IsEntity ? answers.EntityName : null;
        OrganisationType = answers.IsEntity ? answers.OrganisationType : null;
        Profession = answers.Profession;
        Country = answers.Country!;
        Language = answers.Language!;
        Text = answers.Proposal;
        Interests = answers.Interests;
        Specialisation = answers.Specialisation;
        Themes = [.. answers.Themes.Distinct()];
        LinesOfWork = [.. answers.LinesOfWork.Distinct()];
        Flags = [.. Intake.Safeguarding.Check(Text, Interests, Specialisation)];
    }

    /// <summary>Keeps what statistics need: kind, country, themes, lines of work, weeks and outcome.</summary>
    public void Erase(DateTimeOffset now)
    {
        (Name, Email, EntityName, Profession) = ("", "", null, null);
        (Text, Interests, Specialisation) = (null, null, null);
        Flags = [];
        End(ProposalState.Erased, null, now);
    }
}
