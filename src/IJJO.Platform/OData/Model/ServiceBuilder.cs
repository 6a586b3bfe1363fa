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
        var sets = module.Declared<EntitySetDeclaration>().Where(declaration => includes(declaration.Set)).Select(declaration => Set(module.Key, declaration.Set, model, types, container, name)).ToArray();
        return new(module, name, model, sets);
    }

    private static ServedSet Set(string module, EntitySet declared, EdmModel model, EdmTypes types, EdmEntityContainer container, string @namespace)
    {
        var shape = RowShape.Of(declared.Row);
        var entity = types.Entity(shape);
        var actions = new Dictionary<IEdmAction, BoardAction>();
        foreach (var action in declared.Board.Actions)
        {
            var edm = Action(action, entity, types, @namespace);
            model.AddElement(edm);
            actions.Add(edm, action);
        }
        return new(module, declared, shape, container.AddEntitySet(declared.Name, entity), actions) { Model = model };
    }

    private static EdmAction Action(BoardAction action, EdmEntityType entity, EdmTypes types, string @namespace)
    {
        var edm = new EdmAction(@namespace, EdmNames.Camel(action.Name), null, isBound: true, null);
        var row = new EdmEntityTypeReference(entity, false);
        edm.AddParameter("row", action.KeyMember is null ? new EdmCollectionTypeReference(new EdmCollectionType(row)) : row);
        foreach (var member in CommandShape.Of(action.Command).Members.Where(m => m.Name != action.KeyMember && m.Name != action.VersionMember))
        {
            if (types.Member(member.Type, member.IsOptional) is not { } type) continue;
            if (member.IsOptional) edm.AddOptionalParameter(EdmNames.Parameter(member.Name), type);
            else edm.AddParameter(EdmNames.Parameter(member.Name), type);
        }
        return edm;
    }
}
