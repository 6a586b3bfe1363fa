using System.Linq.Expressions;
using System.Reflection;

namespace IJJO.Platform.OData;

/// <summary>
/// Brings moments with an offset to UTC before they reach the database: Npgsql refuses a <c>timestamptz</c> parameter with another offset than zero.
/// The library hides constants in containers so that EF Core makes parameters of them; the same is kept here.
/// </summary>
internal sealed class UtcLiterals : ExpressionVisitor
{
    public static IQueryable<T> Apply<T>(IQueryable<T> query) =>
        new UtcLiterals().Visit(query.Expression) is var visited && visited == query.Expression ? query : query.Provider.CreateQuery<T>(visited);

    public static IQueryable Apply(IQueryable query) =>
        new UtcLiterals().Visit(query.Expression) is var visited && visited == query.Expression ? query : query.Provider.CreateQuery(visited);

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is not ConstantExpression { Value: { } holder }) return base.VisitMember(node);
        var value = IsMoment(node.Type) || IsMoments(node.Type) ? Read(node.Member, holder) : null;
        return Converted(value) is { } utc ? Parameter(utc, node.Type) : base.VisitMember(node);
    }

    protected override Expression VisitConstant(ConstantExpression node) =>
        Converted(node.Value) is { } utc ? Parameter(utc, node.Type) : base.VisitConstant(node);

    private static object? Converted(object? value) => value switch
    {
        DateTimeOffset moment when moment.Offset != TimeSpan.Zero => moment.ToUniversalTime(),
        IEnumerable<DateTimeOffset> many when value is not IQueryable && many.Any(m => m.Offset != TimeSpan.Zero) => many.Select(m => m.ToUniversalTime()).ToList(),
        IEnumerable<DateTimeOffset?> many when value is not IQueryable && many.Any(m => m?.Offset is { } offset && offset != TimeSpan.Zero) => many.Select(m => m?.ToUniversalTime()).ToList(),
        _ => null,
    };

    private static Expression Parameter(object value, Type type) =>
        type.IsInstanceOfType(value) || Nullable.GetUnderlyingType(type) == value.GetType() ? Parameters.Of(value, type) : Parameters.Of(value, value.GetType());

    private static object? Read(MemberInfo member, object holder) => member switch
    {
        PropertyInfo property => property.GetValue(holder),
        FieldInfo field => field.GetValue(holder),
        _ => null,
    };

    private static bool IsMoment(Type type) => type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?);

    private static bool IsMoments(Type type) => type.IsAssignableTo(typeof(IEnumerable<DateTimeOffset>)) || type.IsAssignableTo(typeof(IEnumerable<DateTimeOffset?>));
}
