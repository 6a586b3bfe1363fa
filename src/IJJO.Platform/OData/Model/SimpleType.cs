using Microsoft.OData.Edm;

namespace IJJO.Platform.OData;

/// <summary>A type that a read model or a command may have: a primitive, an enumeration, or a collection of these.</summary>
internal sealed record SimpleType(Type Element, EdmPrimitiveTypeKind? Primitive, bool IsCollection)
{
    public bool IsEnum => Primitive is null;

    public static SimpleType? Of(Type type)
    {
        if (type != typeof(string) && type != typeof(byte[]) && ElementOf(type) is { } element)
            return Of(element) is { IsCollection: false } inner ? inner with { IsCollection = true } : null;

        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsEnum) return new(bare, null, false);
        return KindOf(bare) is { } kind ? new(bare, kind, false) : null;
    }

    public static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments() is [var one] && type.IsAssignableFrom(typeof(List<>).MakeGenericType(one)) ? one
        : null;

    private static EdmPrimitiveTypeKind? KindOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => EdmPrimitiveTypeKind.String,
        TypeCode.Boolean => EdmPrimitiveTypeKind.Boolean,
        TypeCode.Byte => EdmPrimitiveTypeKind.Byte,
        TypeCode.SByte => EdmPrimitiveTypeKind.SByte,
        TypeCode.Int16 => EdmPrimitiveTypeKind.Int16,
        TypeCode.Int32 or TypeCode.UInt16 => EdmPrimitiveTypeKind.Int32,
        TypeCode.Int64 or TypeCode.UInt32 => EdmPrimitiveTypeKind.Int64,
        TypeCode.Single => EdmPrimitiveTypeKind.Single,
        TypeCode.Double => EdmPrimitiveTypeKind.Double,
        TypeCode.Decimal => EdmPrimitiveTypeKind.Decimal,
        _ when type == typeof(Guid) => EdmPrimitiveTypeKind.Guid,
        _ when type == typeof(DateTimeOffset) => EdmPrimitiveTypeKind.DateTimeOffset,
        _ when type == typeof(DateOnly) => EdmPrimitiveTypeKind.Date,
        _ when type == typeof(TimeOnly) => EdmPrimitiveTypeKind.TimeOfDay,
        _ when type == typeof(TimeSpan) => EdmPrimitiveTypeKind.Duration,
        _ when type == typeof(byte[]) => EdmPrimitiveTypeKind.Binary,
        _ => null,
    };
}
