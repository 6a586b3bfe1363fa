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
        var read = Nullable.GetUnderlyingType(type) ?? type;
        var (given, name) = (columns.GetFieldType(place), columns.GetDataTypeName(place));
        if (name == "text[]" && type.IsAssignableFrom(typeof(string[]))) read = typeof(string[]);
        else if (read == typeof(DateTimeOffset) ? name != "timestamp with time zone" : read != given || read == typeof(DateTime)) return null;
        // A generic method that is virtual is looked up at each call; the commonest types have a method of their own.
        var own = typeof(NpgsqlDataReader).GetMethod($"Get{read.Name}", [typeof(int)]);
        var call = own?.ReturnType == read ? Expression.Call(reader, own, Expression.Constant(place)) : Expression.Call(reader, nameof(NpgsqlDataReader.GetFieldValue), [read], Expression.Constant(place));
        var value = Expression.Convert(call, type);
        return type.IsValueType && read == type ? value
            : Expression.Condition(Expression.Call(reader, nameof(NpgsqlDataReader.IsDBNull), [], Expression.Constant(place)), Expression.Default(type), value);
    }
}
