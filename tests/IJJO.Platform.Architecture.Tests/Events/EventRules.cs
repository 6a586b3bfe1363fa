using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IJJO.Platform.Events;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Architecture.Tests.Events;

/// <summary>Events join modules by name and JSON alone, so both are kept.</summary>
internal static partial class EventRules
{
    /// <summary>What a module publishes: the event records of its contracts.</summary>
    internal static IEnumerable<Type> Published(ModuleInfo module) => Catalogue.ContractsOf(module).SelectMany(Records);

    internal static IEnumerable<Type> Records(Assembly assembly) => assembly.GetTypes().Where(type => type.GetCustomAttribute<EventNameAttribute>() is not null);

    internal static IEnumerable<string> Misnamed(string key, IEnumerable<Type> published) =>
        from type in published
        let name = EventNameAttribute.Of(type)
        where !Form().IsMatch(name) || !name.StartsWith(key + ".", StringComparison.Ordinal)
        select $"{type.FullName} is named {name}: an event of {key} is {key}.what-happened.vN.";

    internal static IEnumerable<string> NotInContracts(ModuleInfo module) =>
        from type in Records(module.Assembly)
        let name = EventNameAttribute.Of(type)
        where name.StartsWith(module.Key + ".", StringComparison.Ordinal) && !module.Declared<HandlerDeclaration>().Any(h => h.Event == type)
        select $"{type.FullName} ({name}) is published by {module.Key} from outside its Contracts.";

    internal static IEnumerable<string> NeverPublished(ModuleInfo module)
    {
        var published = Catalogue.All.SelectMany(Published).Select(EventNameAttribute.Of).ToHashSet();
        return from handler in module.Declared<HandlerDeclaration>()
               where !published.Contains(handler.EventName)
               select $"{module.Key} waits for {handler.EventName} ({handler.Handler.Name}), which no module publishes.";
    }

    /// <summary>
    /// A golden file beside the module's tests holds the event as it went out once. It must still be read, and be written again without a difference.
    /// </summary>
    internal static IEnumerable<string> WithoutGolden(Type type)
    {
        var name = EventNameAttribute.Of(type);
        var files = Directory.EnumerateDirectories(Path.Combine(TestPlaces.Repository, "tests"), "*.Tests")
            .Select(folder => Path.Combine(folder, "Golden", name + ".json")).Where(File.Exists).ToList();
        if (files.Count != 1)
        {
            yield return $"{type.FullName} has {files.Count} golden files: keep one at tests/{{module}}.Tests/Golden/{name}.json.";
            yield break;
        }

        var golden = JsonNode.Parse(File.ReadAllText(files[0]));
        var again = JsonSerializer.SerializeToNode(golden.Deserialize(type, EventJson.Options), type, EventJson.Options);
        if (!JsonNode.DeepEquals(golden, again))
        {
            yield return $"{type.FullName} does not read and write its golden file any more; a changed event needs a new version. Golden: {golden?.ToJsonString()} Now: {again?.ToJsonString()}";
        }
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*\.v[1-9][0-9]*$")]
    private static partial Regex Form();
}
