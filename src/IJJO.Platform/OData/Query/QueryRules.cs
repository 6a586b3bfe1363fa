using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;

namespace IJJO.Platform.OData;

/// <summary>
/// Looks through a parsed query for what is too much or cannot run in PostgreSQL. The library's own validators look at <c>$filter</c> and <c>$orderby</c>
/// only, not into <c>$apply</c> and <c>$compute</c>.
/// </summary>
internal sealed class QueryRules
{
    // Npgsql translates none of these: matchesPattern binds to a Regex overload it does not know, TimeOfDay has no column type here.
    private static readonly HashSet<string> Refused =
        ["matchespattern", "time", "fractionalseconds", "isof", "cast", "totaloffsetminutes", "totalseconds", "mindatetime", "maxdatetime", "geo.distance", "geo.length", "geo.intersects", "case"];

    private int _nodes;

    public void Check(ApplyClause? apply)
    {
        foreach (var step in apply?.Transformations ?? [])
        {
            Count();
            switch (step)
            {
                case FilterTransformationNode filter: Check(filter.FilterClause.Expression); break;
                case ComputeTransformationNode compute: Check(compute.Expressions); break;
                case AggregateTransformationNode aggregate: Check(aggregate); break;
                case GroupByTransformationNode group:
                    foreach (var property in group.GroupingProperties) Check(property);
                    if (group.ChildTransformations is AggregateTransformationNode inner) Check(inner);
                    break;
                default: throw ODataFault.BadRequest("unsupported", $"The transformation '{step.Kind}' is not supported.");
            }
        }
    }

    public void Check(OrderByClause? order)
    {
        var depth = 0;
        for (var part = order; part is not null; part = part.ThenBy)
        {
            if (++depth > QueryLimits.MaxOrderBy) throw ODataFault.BadRequest("too-complex", $"At most {QueryLimits.MaxOrderBy} expressions can be ordered by.");
            Check(part.Expression);
        }
    }

    public void Check(IEnumerable<ComputeExpression> computed)
    {
        foreach (var expression in computed) Check(expression.Expression);
    }

    public void Check(QueryNode? node)
    {
        if (node is null) return;
        Count();
        switch (node)
        {
            case BinaryOperatorNode binary: Check(binary.Left); Check(binary.Right); break;
            case UnaryOperatorNode unary: Check(unary.Operand); break;
            case ConvertNode convert: Check(convert.Source); break;
            case InNode list: Check(list.Left); Check(list.Right); break;
            case CollectionConstantNode { Collection.Count: > QueryLimits.MaxInList }:
                throw ODataFault.BadRequest("too-many-values", $"A list may have at most {QueryLimits.MaxInList} values.");
            case LambdaNode lambda: Check(lambda.Source); Check(lambda.Body); break;
            case SingleValueFunctionCallNode call:
                if (Refused.Contains(call.Name.ToLowerInvariant())) throw ODataFault.BadRequest("unsupported", $"The function '{call.Name}' is not supported.");
                foreach (var argument in call.Parameters) Check(argument);
                break;
            case CountNode count: Check(count.Source); break;
            // Rows are flat, so what is behind a property is another set, whose rights would have to be part of the expression.
            case SingleNavigationNode or CollectionNavigationNode or SingleValuePropertyAccessNode { Source: SingleNavigationNode } or CollectionPropertyAccessNode { Source: SingleNavigationNode }:
                throw ThroughRelation();
        }
    }

    private void Check(AggregateTransformationNode aggregate)
    {
        foreach (var part in aggregate.AggregateExpressions)
        {
            if (part is AggregateExpression simple) Check(simple.Expression);
            else throw ODataFault.BadRequest("unsupported", "Only properties can be aggregated.");
        }
    }

    private void Check(GroupByPropertyNode property)
    {
        Count();
        if (property.ChildTransformations.Count > 0) throw ThroughRelation();
    }

    private static ODataFault ThroughRelation() => ODataFault.BadRequest("unsupported", "Rows cannot be asked for by what belongs to a related set. Ask that set, or filter it in $expand.");

    private void Count()
    {
        if (++_nodes > QueryLimits.MaxNodes) throw ODataFault.BadRequest("too-complex", "The query is too complex.");
    }
}
