using Microsoft.OData.Edm;

namespace IJJO.Platform.OData;

/// <summary>The bound actions and functions of a service.</summary>
internal sealed class OperationBuilder(EdmModel model, EdmTypes types, string @namespace, IReadOnlyDictionary<string, EdmEntityType> entities)
{
    public IReadOnlyDictionary<IEdmOperation, BoardAction> Actions(EntitySet set)
    {
        var made = new Dictionary<IEdmOperation, BoardAction>();
        foreach (var action in set.Board.Actions)
        {
            var edm = new EdmAction(@namespace, EdmNames.Camel(action.Name), null, isBound: true, null);
            Add(edm, set, action.Command, action.KeyMember, action.VersionMember);
            made.Add(edm, action);
        }
        return made;
    }

    public IReadOnlyDictionary<IEdmOperation, BoardFunction> Functions(EntitySet set)
    {
        var made = new Dictionary<IEdmOperation, BoardFunction>();
        foreach (var function in set.Board.Functions)
        {
            if (Result(function) is not { } result) continue;
            var edm = new EdmFunction(@namespace, EdmNames.Camel(function.Name), result, isBound: true, null, isComposable: function.Set is not null);
            Add(edm, set, function.Query, function.KeyMember, null);
            made.Add(edm, function);
        }
        return made;
    }

    /// <summary>Nothing where the rows are of a set that this reader may not see.</summary>
    private IEdmTypeReference? Result(BoardFunction function)
    {
        if (function.Set is null) return types.Member(function.Result, true) ?? throw new InvalidOperationException($"The function '{function.Name}' cannot answer with {function.Result}.");
        return entities.TryGetValue(function.Set, out var entity) ? new EdmCollectionTypeReference(new EdmCollectionType(new EdmEntityTypeReference(entity, false))) : null;
    }

    private void Add(EdmOperation edm, EntitySet set, Type record, string? key, string? version)
    {
        var row = new EdmEntityTypeReference(entities[set.Name], false);
        edm.AddParameter("row", key is null ? new EdmCollectionTypeReference(new EdmCollectionType(row)) : row);
        foreach (var member in CommandShape.Of(record).Members.Where(m => m.Name != key && m.Name != version))
        {
            if (types.Member(member.Type, member.IsOptional) is not { } type) continue;
            if (member.IsOptional) edm.AddOptionalParameter(EdmNames.Parameter(member.Name), type);
            else edm.AddParameter(EdmNames.Parameter(member.Name), type);
        }
        model.AddElement(edm);
    }
}
