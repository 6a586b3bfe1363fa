using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach.Templates;

/// <summary>A template in one language as it can be edited. While nobody has, it follows what is shipped.</summary>
public sealed class EditedTemplate
{
    public required string Id { get; init; }
    public required string Template { get; init; }
    public required string Language { get; init; }
    public string Subject { get; set; } = "";
    public string Body { get; set; } = "";
    public bool IsEdited { get; set; }
    public uint Version { get; private set; }

    /// <summary>As in a file: the subject is the first line.</summary>
    public string Source => $"Subject: {Subject}\n{Body}\n";

    internal static string KeyOf(string template, string language) => $"{template}.{language}";

    internal void TakeShipped(string source)
    {
        var end = source.IndexOf('\n');
        (Subject, Body, IsEdited) = (source["Subject:".Length..end].Trim(), source[(end + 1)..].Trim(), false);
    }
}

/// <summary>Shows every shipped template to editors: adds what is new, refreshes what nobody has edited, deletes nothing.</summary>
internal sealed class TemplateSeed(OutreachDb db, ShippedMails shipped) : IReferenceData
{
    public async Task SeedAsync(CancellationToken cancel)
    {
        var known = await db.Templates.ToDictionaryAsync(t => t.Id, cancel);
        foreach (var (template, language, source) in shipped.All().Where(mail => mail.Source.StartsWith("Subject:", StringComparison.Ordinal)))
        {
            var id = EditedTemplate.KeyOf(template, language);
            if (!known.TryGetValue(id, out var row)) db.Add(row = new EditedTemplate { Id = id, Template = template, Language = language });
            if (!row.IsEdited) row.TakeShipped(source);
        }
        await db.SaveChangesAsync(cancel);
    }
}
