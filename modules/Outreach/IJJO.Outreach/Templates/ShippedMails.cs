using System.Text.RegularExpressions;
using IJJO.Platform;

namespace IJJO.Outreach.Templates;

/// <summary>The mail templates that the running modules bring: embedded resources <c>Mails/{name}.{language}.liquid</c> of their assemblies.</summary>
internal sealed partial class ShippedMails(IModuleCatalog catalog)
{
    internal IEnumerable<(string Template, string Language, string Source)> All() =>
        from module in catalog.Running
        from resource in module.Assembly.GetManifestResourceNames()
        let name = Name().Match(resource)
        where name.Success
        select ($"{module.Key}.{name.Groups["name"].Value}", name.Groups["language"].Value, Read(module, resource));

    /// <summary>The text as it is shipped.</summary>
    /// <param name="template"><c>{module key}.{name}</c>.</param>
    /// <param name="language">The language.</param>
    internal string? Find(string template, string language)
    {
        var dot = template.IndexOf('.');
        if (dot < 0 || catalog.Running.FirstOrDefault(m => m.Key == template[..dot]) is not { } module) return null;
        var resource = Array.Find(module.Assembly.GetManifestResourceNames(), n => n.EndsWith($".Mails.{template[(dot + 1)..]}.{language}.liquid", StringComparison.Ordinal));
        return resource is null ? null : Read(module, resource);
    }

    private static string Read(ModuleInfo module, string resource)
    {
        using var reader = new StreamReader(module.Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimStart('\uFEFF');
    }

    [GeneratedRegex(@"\.Mails\.(?<name>[\w-]+)\.(?<language>[a-z]{2})\.liquid$")]
    private static partial Regex Name();
}
