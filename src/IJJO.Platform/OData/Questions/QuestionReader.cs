using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <summary>Makes the question of a function from the parameters in the address.</summary>
internal static class QuestionReader
{
    public static object Read(SetRequest request, BoardFunction function, OperationSegment segment)
    {
        var body = CommandBody.Empty();
        foreach (var parameter in segment.Parameters) body.Set(parameter.Name, Value(request, parameter.Value));
        if (function.KeyMember is not null) body.Set(function.KeyMember, request.Key[0].Value);
        var (question, errors) = CommandReader.Read(function.Query, body);
        return errors.Count == 0 ? question! : throw CommandRunner.Fault(request.Http, request.Set, Result.Invalid(errors));
    }

    private static object? Value(SetRequest request, object? value) => value switch
    {
        null => null,
        ConvertNode convert => Value(request, convert.Source),
        ConstantNode constant => Value(request, constant.Value),
        CollectionConstantNode many => many.Collection.Select(one => Value(request, one.Value)).ToArray(),
        // An alias without a value is null (4.01 part 2, 5.1.1.14.3).
        ParameterAliasNode alias => Value(request, request.Aliases.TryGetValue(alias.Alias, out var node) ? node : null),
        ODataEnumValue named => named.Value,
        ODataCollectionValue many => many.Items.Select(one => Value(request, one)).ToArray(),
        QueryNode or ODataValue => throw ODataFault.BadRequest("unsupported", "Parameters of functions are simple values or lists of these."),
        _ => SetRequest.Plain(value),
    };
}
