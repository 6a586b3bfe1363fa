using System.Linq.Expressions;
using System.Reflection;
using Npgsql;

namespace IJJO.Platform.OData;

/// <summary>Makes of an answer's columns the function that reads a row from them.</summary>
internal static class ColumnReader
{
    /// <summary>The function, or <c>null</c> when a member has no column of its name and type.</summary>
    public static Func<NpgsqlDataReader, TRow>? Of<TRow>(NpgsqlDataReader columns, IEnumerable<PropertyInfo> members)
    {
        var places = Enumerable.Range(0, columns.FieldCount).ToLookup(columns.GetName);
        var reader = Expression.Parameter(typeof(NpgsqlDataReader), "reader");
        var read = new List<MemberBinding>();
        foreach (var member in members)
        {
            if (places[member.Name].ToArray() is not [var place] || Value(reader, columns, place, member.PropertyType) is not { } value) return null;
            read.Add(Expression.Bind(member, value));
        }
        return Expression.Lambda<Func<NpgsqlDataReader, TRow>>(Expression.MemberInit(Expression.New(typeof(TRow)), read), reader).Compile();
    }

    private static Expression? Value(ParameterExpression reader, NpgsqlDataReader columns, int place, Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var given = columns.GetFieldType(place);
        var isAlike = bare == given && bare != typeof(DateTime)
            || bare == typeof(DateTimeOffset) && columns.GetDataTypeName(place) == "timestamp with time zone"
            || SimpleType.Of(bare) is { IsCollection: true } list && type.IsAssignableFrom(list.Element.MakeArrayType()) && columns.GetDataTypeName(place) == "text[]" && list.Element == typeof(string);
        if (!isAlike) return null;
        var read = SimpleType.Of(bare) is { IsCollection: true } ? typeof(string[]) : bare;
        // A generic method that is virtual is looked up at each call; the commonest types have a method of their own.
        var own = typeof(NpgsqlDataReader).GetMethod($"Get{read.Name}", [typeof(int)]);
        var call = own?.ReturnType == read ? Expression.Call(reader, own, Expression.Constant(place)) : Expression.Call(reader, nameof(NpgsqlDataReader.GetFieldValue), [read], Expression.Constant(place));
        var value = Expression.Convert(call, type);
        return type.IsValueType && bare == type ? value
            : Expression.Condition(Expression.Call(reader, nameof(NpgsqlDataReader.IsDBNull), [], Expression.Constant(place)), Expression.Default(type), value);
    }
}
