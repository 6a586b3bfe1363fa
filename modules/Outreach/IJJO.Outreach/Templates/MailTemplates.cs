using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DotLiquid;
using DotLiquid.Exceptions;

namespace IJJO.Outreach.Templates;

/// <summary>The templates to render with: as somebody has edited them, else as the modules ship them.</summary>
internal sealed class MailTemplates(ShippedMails shipped, EditedTemplates edited)
{
    private readonly ConcurrentDictionary<(string Template, string Language), MailTemplate> _shipped = new();

    /// <summary>Finds a template in a language, else in English.</summary>
    /// <param name="template"><c>{module key}.{name}</c>.</param>
    /// <param name="language">The language.</param>
    /// <returns>The template; never null, but it may say what is wrong with it.</returns>
    internal MailTemplate Find(string template, string language) =>
        edited.Find(template, language) is { } source ? Parse(template, language, source) : _shipped.GetOrAdd((template, language), key => Read(key.Template, key.Language));

    private MailTemplate Read(string template, string language)
    {
        foreach (var candidate in new[] { language, "en" })
        {
            if (shipped.Find(template, candidate) is { } source) return Parse(template, candidate, source);
        }

        return MailTemplate.Broken($"No running module has the template {template}, neither in '{language}' nor in English.");
    }

    private static MailTemplate Parse(string name, string language, string source)
    {
        var end = source.IndexOf('\n');
        if (end < 0 || !source.StartsWith("Subject:", StringComparison.Ordinal)) return MailTemplate.Broken($"The first line of {name}.{language} is not \"Subject: …\".");

        try
        {
            var subject = Template.Parse(source["Subject:".Length..end].Trim());
            var body = Template.Parse(source[(end + 1)..].Trim() + "\n");
            subject.MakeThreadSafe();
            body.MakeThreadSafe();
            return new(subject, body, language, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source))), null);
        }
        catch (SyntaxException mistake)
        {
            return MailTemplate.Broken($"The template {name}.{language} cannot be read: {mistake.Message}");
        }
    }
}

/// <summary>A parsed template.</summary>
/// <param name="Subject">Its first line.</param>
/// <param name="Body">The rest: Markdown.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Hash">Tells whether it has changed since a draft was made from it.</param>
/// <param name="Problem">Why it cannot be used.</param>
internal sealed record MailTemplate(Template? Subject, Template? Body, string Language, string Hash, string? Problem)
{
    internal static MailTemplate Broken(string problem) => new(null, null, "en", "", problem);
}
