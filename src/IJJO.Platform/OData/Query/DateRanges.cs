using System.Linq.Expressions;
using System.Reflection;
using Microsoft.OData.Edm;
using static System.Linq.Expressions.ExpressionType;

namespace IJJO.Platform.OData;

/// <summary>
/// Turns comparisons of days and years into comparisons with the column itself. The library reckons <c>Year * 10000 + Month * 100 + Day</c>, over which
/// PostgreSQL can use no index and which fails for the first of all days, stored as <c>-infinity</c>.
/// </summary>
internal sealed class DateRanges : ExpressionVisitor
{
    public static IQueryable Apply(IQueryable query) =>
        new DateRanges().Visit(query.Expression) is var visited && visited == query.Expression ? query : query.Provider.CreateQuery(visited);

    protected override Expression VisitBinary(BinaryExpression node) =>
        Compared(node.NodeType, node.Left, node.Right) ?? Compared(Mirrored(node.NodeType), node.Right, node.Left) ?? base.VisitBinary(node);

    private static Expression? Compared(ExpressionType comparison, Expression left, Expression right)
    {
        if (comparison is not (Equal or NotEqual or LessThan or LessThanOrEqual or GreaterThan or GreaterThanOrEqual)) return null;
        if (YearOf(left) is { } inYear && Value(right) is int year) return Range(comparison, inYear, StartOf(year), StartOf(year + 1L));
        if (DayOf(left) is not { } date || !IsColumn(date.Type) || DayOf(right) is not { } other) return null;
        if (Day(Value(other)) is { } day) return Range(comparison, date, day, day == DateOnly.MaxValue ? null : day.AddDays(1));
        return Bare(date.Type) == typeof(DateOnly) && Bare(other.Type) == typeof(DateOnly) ? Expression.MakeBinary(comparison, Optional(date), Optional(other)) : null;
    }

    /// <summary>From the one day to before the other, where none is a day after all days.</summary>
    private static Expression Range(ExpressionType comparison, Expression date, DateOnly? from, DateOnly? to)
    {
        Expression Compare(ExpressionType type, DateOnly day) => Expression.MakeBinary(type, date, Parameters.Of(Start(day, date.Type), date.Type));
        Expression Before(DateOnly? day) => day is { } known ? Compare(LessThan, known) : IsThere(date);
        Expression NotBefore(DateOnly? day) => day is { } known ? Compare(GreaterThanOrEqual, known) : Expression.Constant(false);
        return comparison switch
        {
            Equal => Expression.AndAlso(NotBefore(from), Before(to)),
            // No date is not within either, so not the two comparisons the other way round.
            NotEqual => Expression.Not(Expression.AndAlso(NotBefore(from), Before(to))),
            LessThan => Before(from),
            LessThanOrEqual => Before(to),
            GreaterThan => NotBefore(to),
            _ => NotBefore(from),
        };
    }

    private static DateOnly? StartOf(long year) => year < 1 ? DateOnly.MinValue : year > 9999 ? null : new DateOnly((int)year, 1, 1);

    private static Expression IsThere(Expression date) =>
        Nullable.GetUnderlyingType(date.Type) is null ? Expression.Constant(true) : Expression.NotEqual(date, Expression.Constant(null, date.Type));

    private static object Start(DateOnly day, Type type) => Bare(type) == typeof(DateOnly) ? day : new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static Expression? YearOf(Expression value) => Bare(value) is MemberExpression { Member.Name: "Year", Expression: { } date } && IsColumn(date.Type) ? Whole(date) : null;

    /// <summary>The date whose days are reckoned, as the library writes it.</summary>
    private static Expression? DayOf(Expression value) =>
        Bare(value) is BinaryExpression
        {
            NodeType: Add,
            Left: BinaryExpression { NodeType: Add, Left: BinaryExpression { NodeType: Multiply, Left: MemberExpression { Member.Name: "Year", Expression: { } date } }, Right: BinaryExpression { NodeType: Multiply } },
            Right: MemberExpression { Member.Name: "Day" },
        } ? Whole(date) : null;

    // d.Value.Year of a nullable column is compared as d.
    public static Expression Whole(Expression date) => date is MemberExpression { Member.Name: "Value", Expression: { } nullable } && Nullable.GetUnderlyingType(nullable.Type) is not null ? nullable : date;

    private static bool IsColumn(Type type) => Bare(type) == typeof(DateOnly) || Bare(type) == typeof(DateTimeOffset);

    private static Expression Optional(Expression date) => Expression.Convert(date, typeof(DateOnly?));

    /// <summary>The constant, which the library hides in a container.</summary>
    public static object? Value(Expression value) => Bare(value) switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Expression: ConstantExpression { Value: { } holder }, Member: PropertyInfo property } => property.GetValue(holder),
        MemberExpression { Expression: ConstantExpression { Value: { } holder }, Member: FieldInfo field } => field.GetValue(holder),
        _ => null,
    };

    // Marked as obsolete, without another way to what the library has made.
#pragma warning disable CS0618
    private static DateOnly? Day(object? value) => value is Date date ? (DateOnly)date : value as DateOnly?;
#pragma warning restore CS0618

    public static Expression Bare(Expression value) => value is UnaryExpression { NodeType: ExpressionType.Convert } convert ? Bare(convert.Operand) : value;

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static ExpressionType Mirrored(ExpressionType comparison) => comparison switch
    {
        LessThan => GreaterThan,
        LessThanOrEqual => GreaterThanOrEqual,
        GreaterThan => LessThan,
        GreaterThanOrEqual => LessThanOrEqual,
        _ => comparison,
    };
}
