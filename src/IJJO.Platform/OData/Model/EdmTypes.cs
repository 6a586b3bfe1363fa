using System.Reflection;
using Microsoft.OData.Edm;
using Microsoft.OData.ModelBuilder;

namespace IJJO.Platform.OData;

/// <summary>
/// The types of one service, made from what its module declared and nothing else. The library's convention builder looks through every loaded assembly
/// and mixes the types of one module into the model of another.
/// </summary>
internal sealed class EdmTypes(EdmModel model, string @namespace)
{
    private readonly Dictionary<Type, IEdmSchemaType> _types = [];

    public EdmEntityType Entity(RowShape shape)
    {
        if (_types.TryGetValue(shape.Row, out var known)) return (EdmEntityType)known;
        var entity = new EdmEntityType(@namespace, EdmNames.TypeOf(shape.Row));
        Add(shape.Row, entity);
        foreach (var property in shape.Properties)
        {
            var added = entity.AddStructuralProperty(property.Name, Reference(property.Type, property.IsNullable));
            if (shape.Keys.Contains(property)) entity.AddKeys(added);
        }
        return entity;
    }

    /// <summary>The type of a command's member: simple, or a record of simple members, or a collection of these.</summary>
    public IEdmTypeReference? Member(Type type, bool nullable)
    {
        if (SimpleType.Of(type) is { } simple) return Reference(simple, nullable);
        if (SimpleType.ElementOf(type) is { } element)
            return Complex(element) is { } inner ? new EdmCollectionTypeReference(new EdmCollectionType(new EdmComplexTypeReference(inner, false))) : null;
        return Complex(type) is { } complex ? new EdmComplexTypeReference(complex, nullable) : null;
    }

    private IEdmComplexType? Complex(Type type)
    {
        if (_types.TryGetValue(type, out var known)) return known as IEdmComplexType;
        if (type.IsInterface || type.IsPrimitive || type.Namespace is null or "System" || type.Namespace.StartsWith("System.", StringComparison.Ordinal)) return null;
        var complex = new EdmComplexType(@namespace, type.Name);
        Add(type, complex);
        var nullability = new NullabilityInfoContext();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (Member(property.PropertyType, nullability.Create(property).ReadState == NullabilityState.Nullable) is { } reference)
                complex.AddStructuralProperty(property.Name, reference);
        }
        return complex;
    }

    private IEdmTypeReference Reference(SimpleType type, bool nullable)
    {
        if (type.IsCollection) return new EdmCollectionTypeReference(new EdmCollectionType(Reference(type with { IsCollection = false }, false)));
        if (type.Primitive is not { } kind) return new EdmEnumTypeReference(Enumeration(type.Element), nullable);
        // PostgreSQL keeps microseconds; a numeric has any scale.
        return kind switch
        {
            EdmPrimitiveTypeKind.DateTimeOffset or EdmPrimitiveTypeKind.Duration or EdmPrimitiveTypeKind.TimeOfDay => EdmCoreModel.Instance.GetTemporal(kind, 6, nullable),
            EdmPrimitiveTypeKind.Decimal => EdmCoreModel.Instance.GetDecimal(null, null, nullable),
            _ => EdmCoreModel.Instance.GetPrimitive(kind, nullable),
        };
    }

    private IEdmEnumType Enumeration(Type type)
    {
        if (_types.TryGetValue(type, out var known)) return (IEdmEnumType)known;
        var enumeration = new EdmEnumType(@namespace, type.Name, type.IsDefined(typeof(FlagsAttribute)));
        foreach (var name in Enum.GetNames(type)) enumeration.AddMember(name, new EdmEnumMemberValue(Convert.ToInt64(Enum.Parse(type, name), null)));
        Add(type, enumeration);
        return enumeration;
    }

    private void Add<T>(Type clr, T edm) where T : IEdmSchemaType
    {
        _types.Add(clr, edm);
        model.AddElement(edm);
        model.SetAnnotationValue(edm, new ClrTypeAnnotation(clr));
    }
}
