using System.Linq.Expressions;

namespace IJJO.Platform.OData;

/// <summary>A value as EF Core turns it into a parameter: a member of a constant, as a captured variable is. A constant would be compiled anew per value.</summary>
internal static class Parameters
{
    public static Expression Of<T>(T value) => Expression.Field(Expression.Constant(new Holder<T>(value)), nameof(Holder<T>.Value));

    public static Expression Of(object? value, Type type) =>
        (Expression)typeof(Parameters).GetMethods().Single(m => m is { Name: nameof(Of), IsGenericMethod: true }).MakeGenericMethod(type).Invoke(null, [value])!;

    private sealed class Holder<T>(T value)
    {
        public readonly T Value = value;
    }
}
