using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach.Templates;

/// <summary>A template in one language, as staff see and change it, in the pages or from any OData client.</summary>
public sealed class TemplateRow
{
    [Key] public string Id { get; init; } = "";
    public string Template { get; init; } = "";
    public string Language { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Body { get; init; } = "";
    public bool IsEdited { get; init; }
    [RowVersion] public uint Version { get; init; }

    internal static IQueryable<TemplateRow> Query(OutreachDb db, ICurrentUser user) => db.Templates.AsNoTracking().Select(t => new TemplateRow
    {
        Id = t.Id, Template = t.Template, Language = t.Language, Subject = t.Subject, Body = t.Body, IsEdited = t.IsEdited, Version = t.Version,
    });

    internal static void Describe(Board<TemplateRow> board) => board
        .Title(t => t.Id)
        .Columns(t => t.Template, t => t.Language, t => t.Subject, t => t.IsEdited)
        .Search(t => t.Template, t => t.Subject, t => t.Body)
        .Filters(t => t.Template, t => t.Language, t => t.IsEdited)
        .OrderBy("Template,Language")
        .Vocabulary(t => t.Language, Vocabulary.Language)
        .LongText(t => t.Body)
        .Facet("text", t => t.Language, t => t.Subject, t => t.Body, t => t.IsEdited)
        .View("edited", "IsEdited eq true")
        .Action<RestoreTemplate>("restore", OutreachPermissions.Templates, c => c.Id, when: "IsEdited eq true", bulk: true, version: c => c.Version)
        .Update<EditTemplate>(OutreachPermissions.Templates, c => c.Id, c => c.Version);
}
