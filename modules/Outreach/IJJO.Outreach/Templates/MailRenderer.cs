using System.Text.Json;
using DotLiquid.Exceptions;
using IJJO.Platform;

namespace IJJO.Outreach.Templates;

/// <summary>Makes subject and Markdown from a template and a model. A template that needs what the model does not have makes no mail at all.</summary>
internal sealed class MailRenderer(MailTemplates templates, ISite site, Sender sender)
{
    internal RenderedMail Render(string template, string language, string recipientName, JsonElement model)
    {
        var found = templates.Find(template, language);
        if (found.Problem is not null) return RenderedMail.Held(found.Problem);

        var missing = new SortedSet<string>(StringComparer.Ordinal);
        try
        {
            var values = Values(found.Language, recipientName, model);
            var subject = LiquidText.Unescaped(LiquidText.Fill(found.Subject!, values, found.Language, missing));
            var body = LiquidText.Fill(found.Body!, values, found.Language, missing);
            return missing.Count > 0
                ? RenderedMail.Held($"The template {template} needs: {string.Join(", ", missing)}.")
                : new(OneLine.Of(subject, 200), body.Trim() + "\n", found.Hash, null);
        }
        catch (LiquidException mistake)
        {
            return RenderedMail.Held($"The template {template} cannot be rendered: {mistake.Message}");
        }
    }

    /// <summary>The lines under every mail.</summary>
    internal string Footer(string language)
    {
        var found = templates.Find("outreach.footer", language);
        return LiquidText.Fill(found.Body!, Values(found.Language, "", default), found.Language, new HashSet<string>()).Trim();
    }

    /// <summary>What every template can use, and its own model over it.</summary>
    private Dictionary<string, object?> Values(string language, string recipientName, JsonElement model)
    {
        var organisation = site.Organisation;
        var values = new Dictionary<string, object?>
        {
            ["language"] = language,
            ["recipient"] = new Dictionary<string, object?> { ["name"] = recipientName },
            ["organisation"] = new Dictionary<string, object?>
            {
                ["name"] = organisation.NameIn(language), ["shortName"] = organisation.ShortName,
                ["address"] = string.Join(", ", organisation.Address.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
                ["contact"] = sender.Contact, ["site"] = site.Address("/" + language).ToString(),
            },
        };
        if (model.ValueKind != JsonValueKind.Object) return values;
        foreach (var member in model.EnumerateObject()) values[member.Name] = LiquidText.Value(member.Value);
        return values;
    }
}

/// <summary>A rendered mail, or why it is kept back.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Markdown">The text.</param>
/// <param name="TemplateHash">The template it was made from.</param>
/// <param name="Problem">Why there is none.</param>
internal sealed record RenderedMail(string Subject, string Markdown, string TemplateHash, string? Problem)
{
    internal static RenderedMail Held(string problem) => new("", "", "", problem);
}

/// <summary>Text for a header: one line without control characters, so that no value can add a header of its own.</summary>
internal static class OneLine
{
    internal static string Of(string text, int length)
    {
        var line = string.Join(' ', new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= length ? line : line[..(length - 1)].TrimEnd() + "…";
    }
}
