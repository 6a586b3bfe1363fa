using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using DotLiquid;
using DotLiquid.Exceptions;
using IJJO.Platform;

namespace IJJO.Outreach.Templates;

/// <summary>Another text for a template. Mails already made keep theirs.</summary>
public sealed record EditTemplate(string Id, [MaxLength(200)] string Subject, [MaxLength(20_000)] string Body, uint? Version = null);

internal sealed partial class EditTemplateHandler(OutreachDb db, ShippedMails shipped, EditedTemplates edited, ICurrentUser user) : ICommandHandler<EditTemplate>
{
    /// <summary>What every template can use.</summary>
    private static readonly string[] Common = ["language", "recipient", "organisation"];

    public async Task<Result> Handle(EditTemplate command, CancellationToken cancel)
    {
        if (!user.Has(OutreachPermissions.Templates)) return Result.Forbidden();
        if (await db.Templates.FindAsync([command.Id], cancel) is not { } template) return Result.NotFound();
        if (shipped.Find(template.Template, template.Language) is not { } original) return Result.Refused("outreach.template-off");

        var (subject, body) = (OneLine.Of(command.Subject, 200), command.Body.ReplaceLineEndings("\n").Trim());
        List<FieldError> errors = [.. Broken(nameof(command.Subject), subject), .. Broken(nameof(command.Body), body)];
        if (errors.Count == 0) errors.AddRange(Values(original, subject, body));
        if (errors.Count > 0) return Result.Invalid(errors);

        db.Expect(template, command.Version);
        (template.Subject, template.Body, template.IsEdited) = (subject, body, true);
        await db.SaveChangesAsync(cancel);
        await edited.RefreshAsync(cancel);
        return Result.Ok();
    }

    private static IEnumerable<FieldError> Broken(string member, string text)
    {
        if (text.Length == 0) return [new FieldError(member, FieldErrors.Required)];
        try
        {
            Template.Parse(text);
            return [];
        }
        catch (SyntaxException mistake)
        {
            return [new FieldError(member, "outreach.template-broken", mistake.Message)];
        }
    }

    /// <summary>A mail that asks for what it does not get would be kept back, and one without its link would lead nowhere.</summary>
    private static IEnumerable<FieldError> Values(string original, string subject, string body)
    {
        var known = Names(original);
        foreach (var (member, text) in new[] { (nameof(EditTemplate.Subject), subject), (nameof(EditTemplate.Body), body) })
        {
            if (Names(text).Except(known).Except(Common).ToArray() is { Length: > 0 } unknown) yield return new(member, "outreach.template-unknown", string.Join(", ", unknown), string.Join(", ", known.Union(Common).Order()));
        }
        if (known.Where(name => name.EndsWith("link", StringComparison.OrdinalIgnoreCase)).Except(Names(body)).ToArray() is { Length: > 0 } links)
            yield return new(nameof(EditTemplate.Body), "outreach.template-needs", string.Join(", ", links));
    }

    private static HashSet<string> Names(string text) => [.. Used().Matches(text).Select(found => found.Groups["name"].Value)];

    // In an output, or after the tags that read a value.
    [GeneratedRegex(@"(\{\{-?\s*|\{%-?\s*(?:if|unless|elsif|case)\s+|\sin\s+)(?<name>[A-Za-z_]\w*)")]
    private static partial Regex Used();
}

/// <summary>The template is again as it is shipped.</summary>
public sealed record RestoreTemplate(string Id, uint? Version = null);

internal sealed class RestoreTemplateHandler(OutreachDb db, ShippedMails shipped, EditedTemplates edited, ICurrentUser user) : ICommandHandler<RestoreTemplate>
{
    public async Task<Result> Handle(RestoreTemplate command, CancellationToken cancel)
    {
        if (!user.Has(OutreachPermissions.Templates)) return Result.Forbidden();
        if (await db.Templates.FindAsync([command.Id], cancel) is not { } template) return Result.NotFound();
        if (shipped.Find(template.Template, template.Language) is not { } original) return Result.Refused("outreach.template-off");
        db.Expect(template, command.Version);
        template.TakeShipped(original);
        await db.SaveChangesAsync(cancel);
        await edited.RefreshAsync(cancel);
        return Result.Ok();
    }
}
