using System.Text.Json;
using IJJO.Outreach.Templates;
using IJJO.Platform;

namespace IJJO.Outreach.Messages;

/// <summary>The text of a draft, from the template as it is now.</summary>
internal sealed class DraftText(MailRenderer renderer, ISite site)
{
    /// <summary>Stands for the answer link until the message is approved: only then is the secret made, and it is kept as a hash.</summary>
    internal string PlaceholderLink(string language) => site.Address($"/{language}/answer/link").ToString();

    internal RenderedMail Render(Message message) =>
        renderer.Render(message.Template, message.Language, message.ToName, JsonSerializer.Deserialize<JsonElement>(message.Model));

    internal void Fill(Message message)
    {
        var rendered = Render(message);
        message.Render(rendered.Subject, rendered.Markdown, rendered.TemplateHash, rendered.Problem);
    }
}
