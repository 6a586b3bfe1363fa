using IJJO.Outreach.Templates;
using IJJO.Outreach.Transport;
using MimeKit;

namespace IJJO.Outreach.DevMailbox;

/// <summary>Reads the mails that Development writes as files.</summary>
internal sealed class DevMails(MailboxFolder folder)
{
    internal bool IsShown => folder.IsShown;

    internal string Folder => folder.Path;

    /// <summary>All mails, newest first: the names are UUIDs of version 7 and sort by time.</summary>
    internal async Task<IReadOnlyList<DevMail>> AllAsync(CancellationToken cancel)
    {
        if (!Directory.Exists(folder.Path)) return [];
        var mails = new List<DevMail>();
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*.eml").OrderByDescending(Path.GetFileName, StringComparer.Ordinal).Take(200))
        {
            if (Guid.TryParse(Path.GetFileNameWithoutExtension(file), out var id) && await FindAsync(id, cancel) is { } mail) mails.Add(mail);
        }

        return mails;
    }

    internal async Task<DevMail?> FindAsync(Guid id, CancellationToken cancel)
    {
        var file = Path.Combine(folder.Path, $"{id}.eml");
        return File.Exists(file) ? new DevMail(id, await MimeMessage.LoadAsync(file, cancel)) : null;
    }
}

/// <summary>A mail in the mailbox.</summary>
internal sealed record DevMail(Guid Id, MimeMessage Message)
{
    internal string To => Message.To.ToString();
    internal string Subject => Message.Subject ?? "";
    internal MailBodies Bodies => new(Message.TextBody ?? "", Message.HtmlBody ?? "");
    internal string Language => Message.Headers[HeaderId.ContentLanguage] ?? "en";
}
