using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Reflection;
using NpgsqlTypes;

namespace IJJO.Platform.OData;

/// <summary>
/// A row class as clients see it: its settable properties of simple types in order of declaration. The row version and the full text vector have their
/// own fields and are not among them: what is not in the model cannot be asked for in <c>$apply</c> either.
/// </summary>
internal sealed class RowShape
{
    private RowShape(Type row)
    {
        Row = row;
        var nullability = new NullabilityInfoContext();
        var all = row.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).ToArray();
        Version = all.FirstOrDefault(p => p.IsDefined(typeof(RowVersionAttribute)));
        SearchVector = all.FirstOrDefault(p => p.PropertyType == typeof(NpgsqlTsVector));
        Properties = [.. all
            .Where(p => p != Version && p != SearchVector && p.CanWrite && !p.IsDefined(typeof(NotMappedAttribute)) && SimpleType.Of(p.PropertyType) is not null)
            .Select(p => new RowProperty(p, SimpleType.Of(p.PropertyType)!, IsNullable(p, nullability)))];
        var marked = Properties.Where(p => p.Info.IsDefined(typeof(KeyAttribute))).ToArray();
        Keys = marked.Length > 0 ? marked : [.. Properties.Where(p => p.Name == "Id")];
        if (Keys.Count == 0) throw new InvalidOperationException($"The row class {row.FullName} needs a property with [Key].");
        CanProject = row.GetConstructor(Type.EmptyTypes) is not null;
    }

    public Type Row { get; }

    public IReadOnlyList<RowProperty> Properties { get; }

    /// <summary>In order of declaration; the library would match composite keys in alphabetical order.</summary>
    public IReadOnlyList<RowProperty> Keys { get; }

    public PropertyInfo? Version { get; }

    public PropertyInfo? SearchVector { get; }

    /// <summary>Whether a part of a row can be asked for with a member initialiser.</summary>
    public bool CanProject { get; }

    public static RowShape Of(Type row) => new(row);

    public RowProperty? Find(string name) => Properties.FirstOrDefault(p => p.Name == name);

    public uint? VersionOf(object row) => (uint?)Version?.GetValue(row);

    private static bool IsNullable(PropertyInfo property, NullabilityInfoContext nullability) =>
        !property.IsDefined(typeof(KeyAttribute)) &&
        (Nullable.GetUnderlyingType(property.PropertyType) is not null || nullability.Create(property).ReadState == NullabilityState.Nullable);
}

/// <summary>A property that clients see.</summary>
internal sealed record RowProperty(PropertyInfo Info, SimpleType Type, bool IsNullable)
{
    public string Name => Info.Name;

    public object? ValueOf(object row) => Info.GetValue(row);
}
