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
                    foreach (var _ in group.GroupingProperties) Count();
                    if (group.ChildTransformations is AggregateTransformationNode inner) Check(inner);
                    break;
                default: throw ODataFault.BadRequest("unsupported", $"The transformation '{step.Kind}' is not supported.");
            }
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

    private void Count()
    {
        if (++_nodes > QueryLimits.MaxNodes) throw ODataFault.BadRequest("too-complex", "The query is too complex.");
    }
}
