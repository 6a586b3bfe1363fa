using System.Linq.Expressions;
using Npgsql;

namespace IJJO.Platform.OData;

/// <summary>The values that a page starts after, as parameters that are found again in the SQL: EF Core names a parameter after the member that holds its value.</summary>
internal static class SeenValues
{
    private const string Name = "PageStart";

    /// <summary>What stands for each value in a query; <c>null</c> for a null. Of more than six only the first are found again.</summary>
    public static IReadOnlyList<Expression?> Of(IReadOnlyList<object?> seen, KeysetOrder order)
    {
        var place = 0;
        return [.. seen.Select((value, i) => value is null ? null : Of(value, order.Terms[i].Property.Info.PropertyType, place++))];
    }

    /// <summary>Whether a parameter of the SQL stands for one of them, under whatever name.</summary>
    public static bool IsOne(NpgsqlParameter parameter) => parameter.ParameterName.Contains(Name, StringComparison.Ordinal);

    /// <summary>Whether a parameter of the SQL stands for the value at a place, nulls not counted.</summary>
    public static bool IsAt(NpgsqlParameter parameter, int place) => parameter.ParameterName.TrimStart('@') == $"{Name}{place}";

    private static Expression Of(object value, Type type, int place)
    {
        var holder = Activator.CreateInstance(typeof(Holder<>).MakeGenericType(type))!;
        if (holder.GetType().GetField($"{Name}{place}") is not { } field) return Parameters.Of(value, type);
        field.SetValue(holder, value);
        return Expression.Field(Expression.Constant(holder), field);
    }

#pragma warning disable CS0649 // They are set by name.
    private sealed class Holder<T>
    {
        public T? PageStart0, PageStart1, PageStart2, PageStart3, PageStart4, PageStart5;
    }
#pragma warning restore CS0649
}
