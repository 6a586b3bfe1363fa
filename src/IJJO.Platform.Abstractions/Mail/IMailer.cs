namespace IJJO.Platform;

/// <summary>The one path by which every mail leaves. Outreach implements it and keeps the ledger of deliveries.</summary>
/// <example><code>
/// mailer.Queue(db, new Mail("submissions.receipt", proposal.Id.ToString(), party.Email, party.Name, "es", new { proposal.Reference, Link = link }));
/// await db.SaveChangesAsync(cancel);
/// </code></example>
public interface IMailer
{
    /// <summary>Queues a mail in the transaction of the context's next save: it leaves once if, and only if, that succeeds.</summary>
    /// <param name="db">The context of the caller.</param>
    /// <param name="mail">The mail.</param>
    void Queue(ModuleDbContext db, Mail mail);
}

/// <summary>A mail that the platform sends by itself (a receipt, a link to sign in, a reminder).</summary>
/// <param name="Template">
/// The template <c>{module key}.{name}</c>: the module's embedded resource <c>Mails/{name}.{language}.liquid</c>, whose first line is
/// <c>Subject: …</c> and whose rest is Markdown.
/// </param>
/// <param name="Intent">What makes it unique together with template and address, for ever: the same intent is never sent twice.</param>
/// <param name="ToAddress">The recipient's address.</param>
/// <param name="ToName">The recipient's name.</param>
/// <param name="Language">The language: es, en or fr; another one falls back to en.</param>
/// <param name="Model">What the template can use; serialised as JSON in camel case, read in the template as <c>{{ reference }}</c>.</param>
/// <param name="PartyId">The party, where the recipient is one.</param>
/// <param name="CaseId">The case, where the mail belongs to one.</param>
/// <example><code>new Mail("working-groups.welcome", $"{member.Id}:{member.JoinedAt:O}", party.Email, party.Name, "fr", new { party.Name, Link = link }, party.Id)</code></example>
public sealed record Mail(
    string Template, string Intent, string ToAddress, string ToName, string Language, object Model, Guid? PartyId = null, Guid? CaseId = null);
