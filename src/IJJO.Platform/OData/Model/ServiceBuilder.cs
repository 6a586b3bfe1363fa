using Microsoft.OData.Edm;

namespace IJJO.Platform.OData;

/// <summary>Makes the model of one module's service.</summary>
internal static class ServiceBuilder
{
    public static ODataService Build(ModuleInfo module) => Build(module, _ => true);

    /// <summary>The part of the service that somebody may read.</summary>
    public static ODataService Build(ModuleInfo module, Func<EntitySet, bool> includes)
    {
        var model = new EdmModel();
        var name = EdmNames.Camel(module.Key);
        var types = new EdmTypes(model, name);
        var container = new EdmEntityContainer(name, "Service");
        model.AddElement(container);
        var declared = module.Declared<EntitySetDeclaration>().Select(declaration => declaration.Set).Where(includes).ToArray();
        // All types first: the functions of one set may be answered with rows of another.
        var shapes = declared.ToDictionary(set => set.Name, set => RowShape.Of(set.Row));
        var entities = declared.ToDictionary(set => set.Name, set => types.Entity(shapes[set.Name]));
        var operations = new OperationBuilder(model, types, name, entities);
        var sets = declared.Select(set => new ServedSet(module.Key, set, shapes[set.Name], container.AddEntitySet(set.Name, entities[set.Name]), operations.Actions(set))
        {
            Model = model,
            Functions = operations.Functions(set),
        }).ToArray();
        foreach (var set in sets) Relate(set, sets);
        return new(module, name, model, sets);
    }

    private static void Relate(ServedSet set, ServedSet[] sets)
    {
        foreach (var relation in set.Declared.Board.Relations)
        {
            if (sets.FirstOrDefault(other => other.Name == relation.Set) is not { } target) continue;
            if (set.Shape.Find(relation.LocalKey) is not { } local || target.Shape.Find(relation.ForeignKey) is not { } foreign) continue;
            var name = relation.Name ?? relation.Set;
            if (set.Shape.Find(name) is not null) name = "Related" + name;
            // Sets that share a row class share its type, and then its navigation properties too.
            var entity = (EdmEntityType)set.Type;
            var edm = entity.FindProperty(name) as IEdmNavigationProperty ?? entity.AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
            {
                Name = name, Target = target.Type, TargetMultiplicity = relation.IsSingle ? EdmMultiplicity.ZeroOrOne : EdmMultiplicity.Many,
            });
            set.Edm.AddNavigationTarget(edm, target.Edm);
            set.Relations.Add(name, new(edm, target, local, foreign, relation.IsSingle));
        }
    }
}
