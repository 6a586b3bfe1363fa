using System.Text.Json;
using IJJO.Platform.Events;

namespace IJJO.Platform.Outgoing;

/// <summary>Stands in while no module sends mail: what was asked for waits in the outbox and is sent once such a module runs.</summary>
internal sealed class OutboxMailer : IMailer
{
    public void Queue(ModuleDbContext db, Mail mail) => db.Publish(new MailRequested(
        mail.Template, mail.Intent, mail.ToAddress, mail.ToName, mail.Language,
        JsonSerializer.SerializeToElement(mail.Model, mail.Model.GetType(), EventJson.Options), mail.PartyId, mail.CaseId));
}
