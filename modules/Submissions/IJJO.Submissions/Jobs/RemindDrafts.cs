using IJJO.Platform;
using IJJO.Submissions.Links;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Jobs;

/// <summary>Reminds, once, those who left a form unfinished and gave an address.</summary>
internal sealed class RemindDrafts(SubmissionsDb db, IMailer mailer, ISite site, TimeProvider clock) : IJob
{
    public static readonly TimeSpan After = TimeSpan.FromDays(4);

    public async Task RunAsync(string? argument, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var savedBefore = now - After;
        var drafts = await db.Drafts.Where(d => d.RemindedAt == null && d.MailedTo != null && d.SavedAt < savedBefore).OrderBy(d => d.SavedAt).Take(200).ToListAsync(cancel);
        foreach (var draft in drafts)
        {
            var (link, token) = AccessLink.To(now, draft: draft.Id);
            db.Add(link);
            var model = new
            {
                Organisation = site.Organisation.NameIn(draft.Language),
                Link = site.Address(LinkAddresses.Draft(draft.Language, token)).AbsoluteUri,
                Days = (draft.SavedAt + Purge.DraftsAfter - now).Days,
            };
            // The draft's id as intent: however often the job runs, Outreach sends one reminder.
            mailer.Queue(db, new Mail("submissions.draft-reminder", draft.Id.ToString(), draft.MailedTo!, "", draft.Language, model));
            draft.Reminded(now);
        }
        await db.SaveChangesAsync(cancel);
    }
}
