using IJJO.Platform;

namespace IJJO.Submissions.Proposals;

/// <summary>Which other proposals share a theme with this one: who receives it sees what is there already.</summary>
internal sealed record SimilarProposals(Guid ProposalId);

internal sealed class SimilarProposalsHandler(SubmissionsDb db) : IRowsHandler<SimilarProposals, ProposalRow>
{
    public IQueryable<ProposalRow> Handle(SimilarProposals query, IQueryable<ProposalRow> rows) =>
        rows.Where(p => p.Id != query.ProposalId && db.Proposals.Any(one => one.Id == query.ProposalId && one.Themes.Any(theme => p.Themes.Contains(theme))));
}
