using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <summary>The service of one module at <c>/odata/{key}</c>.</summary>
internal sealed record ODataService(ModuleInfo Module, string Namespace, IEdmModel Model, IReadOnlyList<ServedSet> Sets)
{
    public string Key => Module.Key;

    public string Prefix => $"odata/{Key}";

    /// <summary>The context that its sets are read from and its commands change.</summary>
    public Type Context => Sets[0].Declared.Context;

    public ServedSet? Find(string name) => Sets.FirstOrDefault(set => set.Name == name);
}

/// <summary>One entity set of a service.</summary>
internal sealed record ServedSet(string Module, EntitySet Declared, RowShape Shape, EdmEntitySet Edm, IReadOnlyDictionary<IEdmOperation, BoardAction> Actions)
{
    public string Name => Declared.Name;

    public IEdmEntityType Type => Edm.EntityType;

    /// <summary>The address of the set alone.</summary>
    public ODataPath Path { get; } = new(new EntitySetSegment(Edm));

    public IEdmModel Model { get; init; } = EdmCoreModel.Instance;

    public IReadOnlyDictionary<IEdmOperation, BoardFunction> Functions { get; init; } = new Dictionary<IEdmOperation, BoardFunction>();

    /// <summary>By the name of the navigation property. Sets point at each other, so these are added when all sets are there.</summary>
    public Dictionary<string, ServedRelation> Relations { get; } = [];
}

/// <summary>A navigation property: the rows of the target whose foreign property has the value that the local one has.</summary>
internal sealed record ServedRelation(IEdmNavigationProperty Edm, ServedSet Target, RowProperty Local, RowProperty Foreign, bool IsSingle)
{
    public string Name => Edm.Name;
}

/// <summary>All services of the site.</summary>
internal sealed class ODataServices(IReadOnlyList<ODataService> services)
{
    private readonly Dictionary<(string, string), ServedSet> _sets =
        services.SelectMany(service => service.Sets).ToDictionary(set => (set.Module, set.Name));

    public IReadOnlyList<ODataService> All => services;

    public ODataService? Find(string key) => services.FirstOrDefault(service => service.Key == key);

    public ServedSet? Find(string key, string set) => _sets.GetValueOrDefault((key, set));

    public static ODataServices From(IModuleCatalog catalog) => new(
        [.. catalog.Running.Where(module => module.Declared<EntitySetDeclaration>().Any()).Select(module => ServiceBuilder.Build(module))]);
}
