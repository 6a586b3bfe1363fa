using System.Globalization;
using System.Reflection;
using System.Resources;
using IJJO.Platform.Architecture.Tests.Code;
using IJJO.Platform.Architecture.Tests.Events;
using IJJO.Platform.Web;

namespace IJJO.Platform.Architecture.Tests.Texts;

/// <summary>
/// The texts that the platform looks up by convention: of boards (see <see cref="BoardDescription"/>), permissions, links, the timeline, effects and refusals.
/// A key that is there in one language is there in all: the build sees to that; here it is asked in each, so that a satellite that was left behind is found too.
/// </summary>
internal static class ConventionalTexts
{
    private static readonly string[] Languages = ["en", "es", "fr"];

    internal static IEnumerable<string> Missing(ModuleInfo module)
    {
        var needed = Needed(module).Distinct().ToList();
        foreach (var language in Languages)
        {
            // As the platform looks them up: the module's own, then the platform's and the interface kit's.
            var known = new[] { module.Assembly, Catalogue.Platform.Assembly, typeof(ModuleTexts).Assembly }.SelectMany(assembly => Keys(assembly, language)).ToHashSet();
            foreach (var (keys, why) in needed.Where(text => !text.Keys.Split('|').Any(known.Contains)))
            {
                yield return $"{module.Key} has no text {keys.Split('|')[0]} in {language} ({why}).";
            }
        }
    }

    /// <summary>Keys that would each do are separated by a bar.</summary>
    private static IEnumerable<(string Keys, string Why)> Needed(ModuleInfo module) =>
    [
        .. module.Declared<PermissionDeclaration>().Select(p => ($"permission.{p.Permission.Key}", "a permission")),
        .. module.Declared<LinkDeclaration>().Select(l => (l.TextKey, $"the link to {l.Path}")),
        .. module.Declared<EntitySetDeclaration>().SelectMany(set => OfBoard(set.Set)),
        .. EventRules.Published(module).Concat(module == Catalogue.Broken ? EventRules.Records(module.Assembly) : [])
            .Where(type => type.IsAssignableTo(typeof(ITimelineEvent))).Select(type => ($"timeline.{EventNameAttribute.Of(type)}", type.Name)),
        .. module.Declared<HandlerDeclaration>().Select(h => ($"effect.{h.EventName}", $"what {h.Handler.Name} does, said before it is done")),
        .. Calls.ResultCodes(module.Assembly.Location).Select(found => (found.Code, found.Type)),
    ];

    private static IEnumerable<(string Keys, string Why)> OfBoard(EntitySet set)
    {
        var board = set.Board;
        string[] properties = [.. board.Columns, .. board.Filters, .. board.LongTexts, .. board.Facets.SelectMany(f => f.Properties)];
        return
        [
            (set.Name, "the set"), ($"{set.Name}.one", "one of the set"),
            .. properties.Select(p => ($"{set.Name}.{p}", "a property that is shown")),
            .. board.Views.Select(v => ($"{set.Name}.view.{v.Name}", "a view")),
            .. board.Charts.Select(c => ($"{set.Name}.chart.{c.Name}", "a chart")),
            .. board.Figures.Select(f => ($"{set.Name}.figure.{f.Name}", "a figure")),
            .. board.Trends.Select(t => ($"{set.Name}.figure.{t.Name}", "a trend")),
            .. board.Facets.Select(f => ($"{set.Name}.facet.{f.Name}", "a facet")),
            .. board.Actions.Select(a => ($"{set.Name}.action.{a.Name}", "an action")),
            .. board.Actions.SelectMany(a => a.Command.GetProperties()
                .Where(p => p.Name != a.KeyMember && p.Name != a.VersionMember)
                .Select(p => (EitherCase($"{set.Name}.action.{a.Name}.", p.Name), $"a member of {a.Command.Name}"))),
        ];
    }

    private static string EitherCase(string prefix, string member) => $"{prefix}{member}|{prefix}{char.ToLowerInvariant(member[0])}{member[1..]}";

    private static IEnumerable<string> Keys(Assembly assembly, string language)
    {
        try
        {
            var manager = new ResourceManager($"{assembly.GetName().Name}.Resources.Text", assembly);
            var culture = language == "en" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
            var texts = manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false);
            return [.. texts?.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key) ?? []];
        }
        catch (MissingManifestResourceException)
        {
            return [];
        }
    }
}
