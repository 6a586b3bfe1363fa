using System.Globalization;
using IJJO.Platform;
using IJJO.Submissions.Intake;
using IJJO.Submissions.Proposals;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Links;

/// <summary>Somebody has lost the mailed link. The answer is the same whether the address is known or not.</summary>
public sealed record RequestLink
{
    public string? Email { get; init; }

    internal string? Network { get; init; }
    internal string Language { get; init; } = "en";
}

internal sealed class RequestLinkHandler(SubmissionsDb db, SenderLimit limit, IMailer mailer, ISite site, TimeProvider clock) : ICommandHandler<RequestLink>
{
    private const int MostLinks = 10;

    public async Task<Result> Handle(RequestLink command, CancellationToken cancel)
    {
        if (!ProposalRules.IsAddress(command.Email)) return Result.Invalid(new FieldError(nameof(command.Email), FieldErrors.Email));
        var email = command.Email!.ToLowerInvariant();
        if (!await limit.AllowsAsync("link-network", command.Network, limit.ProposalsPerDay * 2, cancel)) return Result.Refused("submissions.too-many-links", site.Organisation.ContactEmail);
        if (!await limit.AllowsAsync("link-address", email, SenderLimit.MailsPerDay, cancel)) return Result.Ok();

        var proposals = await db.Proposals.AsNoTracking()
            .Where(p => p.Email == email && p.State != ProposalState.Erased && (p.ConfirmedAt != null || p.State == ProposalState.Received))
            .OrderByDescending(p => p.SentAt).Take(MostLinks).ToListAsync(cancel);
        var drafts = await db.Drafts.AsNoTracking().Where(d => d.Email == email).OrderByDescending(d => d.SavedAt).Take(MostLinks).ToListAsync(cancel);
        if (proposals.Count + drafts.Count == 0) return Result.Ok();

        var language = site.Served(command.Language);
        var culture = CultureInfo.GetCultureInfo(language);
        var model = new
        {
            Organisation = site.Organisation.NameIn(language),
            Proposals = proposals.Select(p => new { p.Reference, Link = Address(AccessLink.To(clock.GetUtcNow(), proposal: p.Id), t => LinkAddresses.Proposal(language, t)) }).ToArray(),
            Drafts = drafts.Select(d => new { Saved = d.SavedAt.ToString("D", culture), Link = Address(AccessLink.To(clock.GetUtcNow(), draft: d.Id), t => LinkAddresses.Draft(language, t)) }).ToArray(),
        };
        mailer.Queue(db, new Mail("submissions.links", Guid.CreateVersion7().ToString(), email, proposals.FirstOrDefault()?.Name ?? "", language, model));
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }

    private string Address((AccessLink Link, string Token) made, Func<string, string> path)
    {
        db.Add(made.Link);
        return site.Address(path(made.Token)).AbsoluteUri;
    }
}
