using System.Text.Json;
using IJJO.Platform;
using IJJO.Submissions.Contracts;
using IJJO.Submissions.Drafts;
using IJJO.Submissions.Intake;
using IJJO.Submissions.Parties;
using IJJO.Submissions.Proposals;

namespace IJJO.Submissions.Samples;

/// <summary>
/// About sixty invented proposals in every language, so that a first look at the site shows something. Only what this module decides by itself is written here;
/// how far a case has come follows from what the samples of the other modules publish. No mail is sent for them.
/// </summary>
internal sealed class SampleProposals(SubmissionsDb db, References references, ConsentTexts consents, TimeProvider clock) : ISampleData
{
    public int Order => 10;

    public async Task SeedAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var sample in (await ReadAsync(cancel)).OrderByDescending(sample => sample.DaysAgo))
        {
            // Office hours, spread by name, so that the inbox does not look as if everybody wrote at midnight.
            var sentAt = now.AddDays(-sample.DaysAgo).AddMinutes(-(sample.Name!.Length * 17 + sample.Country!.Sum(letter => letter) * 3));
            if (sample.State == "draft") db.Add(DraftOf(sample, sentAt));
            else await AddAsync(sample, sentAt, cancel);
        }
        await db.SaveChangesAsync(cancel);
    }

    private async Task AddAsync(Sample sample, DateTimeOffset sentAt, CancellationToken cancel)
    {
        var suspicion = sample.State == ProposalState.Quarantine ? Quarantine.TooFast : null;
        var proposal = Proposal.Send(Guid.CreateVersion7(sentAt), await references.NextAsync(cancel, sentAt.Year), sample, suspicion, sentAt);
        db.Add(proposal);
        var given = sample.Consents.Select(purpose => consents.Answer(purpose, true, proposal.Id, null, sample.Language!, sentAt)).OfType<Consent>().ToArray();
        db.AddRange(given);
        if (sample.State is ProposalState.Received or ProposalState.Quarantine) return;

        var confirmedAt = sentAt.AddMinutes(25);
        var party = new Party { Id = Guid.CreateVersion7(confirmedAt), KnownSince = confirmedAt };
        party.TakeFrom(proposal);
        db.Add(party);
        db.Publish(party.Changed(), confirmedAt);
        proposal.Confirm(party.Id, confirmedAt);
        proposal.Release(confirmedAt);
        db.Publish(proposal.Submitted(), confirmedAt);
        foreach (var consent in given)
        {
            consent.PartyId = party.Id;
            db.Publish(new ConsentChanged(party.Id, consent.Purpose, true, sentAt), confirmedAt);
        }
        if (sample.State != ProposalState.Withdrawn) return;

        var withdrawnAt = sentAt.AddDays(1);
        proposal.Withdraw(null, withdrawnAt);
        db.Publish(new ProposalWithdrawn(proposal.Id, party.Id, null), withdrawnAt);
    }

    internal static async Task<IReadOnlyList<Sample>> ReadAsync(CancellationToken cancel)
    {
        await using var json = typeof(SampleProposals).Assembly.GetManifestResourceStream("IJJO.Submissions.Samples.proposals.json")!;
        return (await JsonSerializer.DeserializeAsync<List<Sample>>(json, JsonSerializerOptions.Web, cancel))!;
    }

    private static Draft DraftOf(Sample sample, DateTimeOffset savedAt)
    {
        var draft = new Draft { Id = Guid.CreateVersion7(savedAt), SubmissionKey = Guid.CreateVersion7(savedAt) };
        var fields = new DraftFields();
        void Set(string name, params string?[] values) { if (values.OfType<string>().ToArray() is { Length: > 0 } some) fields[name] = some; }
        Set(nameof(sample.Kind), sample.Kind);
        Set(nameof(sample.Name), sample.Name);
        Set(nameof(sample.EntityName), sample.EntityName);
        Set(nameof(sample.Email), sample.Email);
        Set(nameof(sample.Country), sample.Country);
        Set(nameof(sample.Proposal), sample.Proposal);
        Set(nameof(sample.Themes), [.. sample.Themes]);
        draft.Save(fields, sample.Language!, sample.Email, savedAt);
        return draft;
    }

    internal sealed record Sample : ProposalAnswers
    {
        public IReadOnlyList<string> Consents { get; init; } = [];
        public string State { get; init; } = "";
        public int DaysAgo { get; init; }
    }
}
