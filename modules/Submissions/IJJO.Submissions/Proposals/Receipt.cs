using IJJO.Platform;
using IJJO.Submissions.Links;

namespace IJJO.Submissions.Proposals;

/// <summary>The mail with the reference and the link by which the sender confirms and, from then on, follows the proposal.</summary>
internal sealed class Receipt(SubmissionsDb db, IMailer mailer, ISite site, TimeProvider clock)
{
    public void Queue(Proposal proposal)
    {
        var language = site.Served(proposal.Language);
        var (link, token) = AccessLink.To(clock.GetUtcNow(), proposal: proposal.Id);
        db.Add(link);
        var model = new
        {
            proposal.Reference,
            proposal.Name,
            Organisation = site.Organisation.NameIn(language),
            Link = site.Address(LinkAddresses.Proposal(language, token)).AbsoluteUri,
            Days = Jobs.Purge.UnconfirmedAfter.Days,
        };
        mailer.Queue(db, new Mail("submissions.receipt", proposal.Id.ToString(), proposal.Email, proposal.Name, language, model, CaseId: proposal.Id));
    }
}
