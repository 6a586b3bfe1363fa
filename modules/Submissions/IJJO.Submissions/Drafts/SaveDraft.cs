using IJJO.Platform;
using IJJO.Submissions.Intake;
using IJJO.Submissions.Links;
using IJJO.Submissions.Proposals;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Drafts;

/// <summary>Keeps an unfinished form. It produces <see cref="SavedDraft"/>; no missing or wrong field stands in its way.</summary>
internal sealed record SaveDraft(DraftFields Fields, string Language, string? FormToken, string? Network, Guid? DraftId);

/// <summary>What the sender is told: where the draft is (<c>null</c> where the page knows) and whether the link is on its way by mail.</summary>
internal sealed record SavedDraft(string? Token, bool IsMailed);

internal sealed class SaveDraftHandler(SubmissionsDb db, FormTokens tokens, SenderLimit limit, IMailer mailer, ISite site, TimeProvider clock) : ICommandHandler<SaveDraft>
{
    public async Task<Result> Handle(SaveDraft command, CancellationToken cancel)
    {
        var key = tokens.Read(command.FormToken)?.Key ?? Guid.CreateVersion7();
        var draft = await db.Drafts.SingleOrDefaultAsync(d => d.Id == command.DraftId || d.SubmissionKey == key, cancel);
        if (draft is null) db.Add(draft = new Draft { Id = Guid.CreateVersion7(), SubmissionKey = key });

        var email = command.Fields.GetValueOrDefault(nameof(ProposalAnswers.Email))?.FirstOrDefault()?.Trim().ToLowerInvariant();
        draft.Save(command.Fields, site.Served(command.Language), ProposalRules.IsAddress(email) ? email : null, clock.GetUtcNow());
        var mailed = await MailAsync(draft, command, cancel);
        string? token = null;
        if (command.DraftId != draft.Id) token = NewLink(draft);
        await db.SaveChangesAsync(cancel);
        return Result.Ok(new SavedDraft(token, mailed));
    }

    private async Task<bool> MailAsync(Draft draft, SaveDraft command, CancellationToken cancel)
    {
        if (draft.Email is null || draft.Email == draft.MailedTo || command.Fields.Filled(nameof(SubmitProposal.Website))) return false;
        if (!await limit.AllowsAsync("draft-network", command.Network, limit.ProposalsPerDay, cancel)
            || !await limit.AllowsAsync("draft-address", draft.Email, SenderLimit.MailsPerDay, cancel)) return false;

        var model = new
        {
            Organisation = site.Organisation.NameIn(draft.Language),
            Link = site.Address(LinkAddresses.Draft(draft.Language, NewLink(draft))).AbsoluteUri,
            Days = Jobs.Purge.DraftsAfter.Days,
        };
        mailer.Queue(db, new Mail("submissions.draft", draft.Id.ToString(), draft.Email, "", draft.Language, model));
        draft.Mailed();
        return true;
    }

    private string NewLink(Draft draft)
    {
        var (link, token) = AccessLink.To(clock.GetUtcNow(), draft: draft.Id);
        db.Add(link);
        return token;
    }
}
