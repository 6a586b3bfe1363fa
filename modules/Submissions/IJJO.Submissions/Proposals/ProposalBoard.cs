using IJJO.Platform;
using IJJO.Submissions.Parties;

namespace IJJO.Submissions.Proposals;

/// <summary>The inbox.</summary>
internal static class ProposalBoard
{
    // What staff work with: everything but the unconfirmed, the kept aside and the ended.
    private const string Open = "ConfirmedAt ne null and State ne 'quarantine' and State ne 'closed' and State ne 'withdrawn' and State ne 'erased'";

    public static void Describe(Board<ProposalRow> board) => board
        .Title(p => p.Reference, p => p.Sender)
        .Columns(p => p.Reference, p => p.State, p => p.Sender, p => p.EntityName, p => p.Country, p => p.SentAt, p => p.LinesOfWork, p => p.Themes)
        .Search(p => p.Reference, p => p.Sender, p => p.EntityName, p => p.Email, p => p.Proposal, p => p.Interests, p => p.Specialisation)
        .Filters(p => p.State, p => p.Country, p => p.Kind, p => p.SentAt)
        .OrderBy("SentAt desc")
        .State(p => p.State)
        .State(p => p.Outcome)
        .State(p => p.QuarantineReason)
        .State(p => p.Flags)
        .Vocabulary(p => p.Kind, "participant-type")
        .Vocabulary(p => p.Country, Vocabulary.Country)
        .Vocabulary(p => p.Language, Vocabulary.Language)
        .Vocabulary(p => p.OrganisationType, Vocabulary.OrganisationType)
        .Vocabulary(p => p.Profession, Vocabulary.Profession)
        .Vocabulary(p => p.Themes, Vocabulary.Theme)
        .Vocabulary(p => p.LinesOfWork, Vocabulary.LineOfWork)
        .LongText(p => p.Proposal, p => p.Interests, p => p.Specialisation, p => p.EndReason)
        .View("new", "State eq 'screening'", "SentAt")
        .View("in-evaluation", "State eq 'in-evaluation'", "StateAt")
        .View("decided", "State eq 'decided' or State eq 'contacted' or State eq 'declined-by-party'", "StateAt desc")
        .View("in-action", "State eq 'accepted' or State eq 'in-action'", "StateAt desc")
        .View("quarantine", "State eq 'quarantine'", "SentAt")
        .View("unconfirmed", "State eq 'received'", "SentAt desc")
        .View("ended", "State eq 'closed' or State eq 'withdrawn' or State eq 'erased'", "StateAt desc")
        .View("all")
        .Figure("new", "State eq 'screening'")
        .Figure("quarantine", "State eq 'quarantine'")
        .Figure("open", Open)
        .Figure("in-action", "State eq 'in-action'")
        .Trend("received", p => p.SentAt, "ConfirmedAt ne null")
        .Chart("by-week", ChartKind.Weeks, p => p.SentAt, "ConfirmedAt ne null")
        .Chart("by-country", ChartKind.Map, p => p.Country, "ConfirmedAt ne null")
        .Chart("by-state", ChartKind.Bar, p => p.State, "ConfirmedAt ne null")
        .OnHome("received", "in-action", "by-week", "by-country")
        .Facet("proposal", p => p.Proposal, p => p.Interests, p => p.Specialisation, p => p.Themes, p => p.LinesOfWork)
        .Facet("sender", p => p.Sender, p => p.EntityName, p => p.OrganisationType, p => p.Profession, p => p.Email, p => p.Country, p => p.Language, p => p.Kind)
        .Facet("progress", p => p.State, p => p.Outcome, p => p.SentAt, p => p.ConfirmedAt, p => p.StateAt, p => p.QuarantineReason, p => p.Flags, p => p.EndReason)
        .Case(p => p.Id)
        .RelatedOne<PartyRow>("Party", "Parties", party => party.Id, p => p.PartyId)
        .RowsFunction<SimilarProposals, ProposalRow>("similar", "Proposals", q => q.ProposalId)
        .Action<ReleaseProposal>("release", SubmissionsPermissions.Edit, c => c.ProposalId, "State eq 'quarantine'", bulk: true)
        .Action<DiscardProposal>("discard", SubmissionsPermissions.Edit, c => c.ProposalId, "ConfirmedAt eq null and (State eq 'quarantine' or State eq 'received')", bulk: true)
        .Action<CloseProposal>("close", SubmissionsPermissions.Edit, c => c.ProposalId, Open, bulk: true);
}
