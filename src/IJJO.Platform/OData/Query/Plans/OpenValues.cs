using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Query;

namespace IJJO.Platform.OData;

/// <summary>
/// Takes the captured values out of a query and leaves parameters: the literals of the question, which the library and <see cref="Parameters"/> keep in holders,
/// and what a module's query has captured. So no text of a client gets into SQL, and many plans share one prepared statement. Captured tables become part of
/// the query, as EF Core would make them, so that a plan keeps no context alive.
/// </summary>
internal sealed class OpenValues : ExpressionVisitor
{
    private readonly Dictionary<(object? Holder, MemberInfo Member), OpenValue> _found = [];

    public static OpenQuery Of(Expression query)
    {
        var visitor = new OpenValues();
        var opened = visitor.Visit(query);
        return new(opened, [.. visitor._found.Values]);
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Expression is null || !TryRead(node.Expression, out var holder)) return base.VisitMember(node);
        if (node.Type.IsAssignableTo(typeof(IQueryable)) && Read(node.Member, holder) is IQueryable rows) return Visit(rows.Expression);
        if (SimpleType.Of(node.Type) is null) return base.VisitMember(node);
        if (!_found.TryGetValue((holder, node.Member), out var open))
        {
            open = new(Expression.Parameter(node.Type, $"value{_found.Count}"), Read(node.Member, holder));
            _found.Add((holder, node.Member), open);
        }
        return open.Parameter;
    }

    /// <summary>What a chain of fields and properties that begins with a captured object leads to.</summary>
    private static bool TryRead(Expression node, out object? value)
    {
        value = node switch
        {
            ConstantExpression constant => constant.Value,
            MemberExpression { Expression: { } inner } member when TryRead(inner, out var holder) => Read(member.Member, holder),
            _ => null,
        };
        return value is not null;
    }

    private static object? Read(MemberInfo member, object? holder) => member switch
    {
        FieldInfo field => field.GetValue(holder),
        PropertyInfo property => property.GetValue(holder),
        _ => null,
    };
}

/// <summary>A query without its values, and these.</summary>
internal sealed record OpenQuery(Expression Expression, IReadOnlyList<OpenValue> Values)
{
    /// <summary>Whether both ask the same.</summary>
    public bool IsLike(OpenQuery other) => ExpressionEqualityComparer.Instance.Equals(Expression, other.Expression) && Values.SequenceEqual(other.Values, SameValue.Instance);
}

/// <summary>A value of a query, and what stands for it.</summary>
internal sealed record OpenValue(ParameterExpression Parameter, object? Value);

/// <summary>Whether two queries hold the same values; lists by what is in them.</summary>
internal sealed class SameValue : IEqualityComparer<OpenValue>
{
    public static readonly SameValue Instance = new();

    public bool Equals(OpenValue? one, OpenValue? other) => one!.Parameter.Type == other!.Parameter.Type && (one.Value, other.Value) switch
    {
        (string a, string b) => a == b,
        (IEnumerable a, IEnumerable b) => a.Cast<object?>().SequenceEqual(b.Cast<object?>()),
        var (a, b) => object.Equals(a, b),
    };

    public int GetHashCode(OpenValue value) => value.Parameter.Type.GetHashCode();
}
