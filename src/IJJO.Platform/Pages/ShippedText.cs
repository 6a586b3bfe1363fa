using System.Globalization;

namespace IJJO.Platform.Pages;

/// <summary>Longer texts that ship with the platform, with what is particular to the organisation filled in from its settings.</summary>
internal sealed class ShippedText(ISite site)
{
    internal async Task<string> ReadAsync(string name)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var assembly = typeof(ShippedText).Assembly;
        await using var stream = assembly.GetManifestResourceStream($"IJJO.Platform.Pages.Texts.{name}.{language}.md")
            ?? assembly.GetManifestResourceStream($"IJJO.Platform.Pages.Texts.{name}.en.md")!;
        using var reader = new StreamReader(stream);
        return Fill(await reader.ReadToEndAsync());
    }

    internal string Fill(string text)
    {
        var organisation = site.Organisation;
        return text
            .Replace("{name}", organisation.NameIn(), StringComparison.Ordinal)
            .Replace("{controller}", organisation.ControllerIn(), StringComparison.Ordinal)
            .Replace("{address}", organisation.Address.ReplaceLineEndings(", "), StringComparison.Ordinal)
            .Replace("{authority}", organisation.SupervisoryAuthority.ReplaceLineEndings(", "), StringComparison.Ordinal)
            .Replace("{contact}", organisation.ContactEmail, StringComparison.Ordinal);
    }
}
