using IJJO.Outreach.Templates;
using IJJO.Platform;

namespace IJJO.Outreach.Requests;

/// <summary>Queues a mail as an event of the caller's own transaction; this module then writes it into the ledger.</summary>
internal sealed class QueuedMailer : IMailer
{
    public void Queue(ModuleDbContext db, Mail mail) => db.Publish(new MailRequested(
        mail.Template, mail.Intent, mail.ToAddress, mail.ToName, mail.Language, TemplateModel.From(mail.Model), mail.PartyId, mail.CaseId));
}
