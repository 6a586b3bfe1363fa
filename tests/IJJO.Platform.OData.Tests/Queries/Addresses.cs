using Microsoft.OData.Edm;

namespace IJJO.Platform.OData.Tests;

/// <summary>What has an address beside the list of a set: its count, a row and what is in it, the rows behind a relation or a function, rows with others expanded.</summary>
internal sealed class Addresses(SetSample sample, Random random)
{
    /// <summary>A valid address that is fixed but for its values.</summary>
    /// <param name="samples">The sets that the reader may read.</param>
    public Func<Random, string> Shape(IReadOnlyList<SetSample> samples)
    {
        var property = sample.Properties[random.Next(sample.Properties.Count)];
        var (filter, query) = (new Filters(sample, random).Shape(), QueryShape.Common(sample, random));
        Func<Random, string>[] alone =
        [
            values => $"{sample.Address}/$count?$filter={Uri.EscapeDataString(filter(values))}",
            values => $"{sample.Address}/$ref?{query.With(values)}",
            values => $"{Row(values)}?$select={property.Name}",
            values => $"{Row(values)}/$ref",
            values => $"{Row(values)}/{property.Name}",
            values => $"{Row(values)}/{property.Name}/{(property.IsCollection ? "$count" : "$value")}",
        ];
        return Pick([.. alone, .. sample.Set.Relations.Values.SelectMany(relation => Related(relation, samples.FirstOrDefault(other => other.Set == relation.Target))), .. sample.Set.Functions.Keys.Select(Called)]);
    }

    private IEnumerable<Func<Random, string>> Related(ServedRelation relation, SetSample? target)
    {
        if (target is null) yield break;
        var (query, filter) = (QueryShape.Common(target, random), new Filters(target, random).Shape(1));
        var own = QueryShape.Common(sample, random);
        var chosen = relation.IsSingle ? $"$select={target.Properties[random.Next(target.Properties.Count)].Name}" : null;
        yield return values => $"{Row(values)}/{relation.Name}?{chosen ?? query.With(values)}";
        yield return values => $"{sample.Address}?{own.With(values)}&$expand={Uri.EscapeDataString($"{relation.Name}({chosen ?? query.Within(values)})")}";
        if (relation.IsSingle) yield break;
        yield return values => $"{Row(values)}/{relation.Name}/$count?$filter={Uri.EscapeDataString(filter(values))}";
        yield return values => $"{Row(values)}/{relation.Name}({Key(target, values)})";
        yield return values => $"{sample.Address}?{own.With(values)}&$expand={Uri.EscapeDataString($"{relation.Name}/$count($filter={filter(values)})")}";
    }

    private Func<Random, string> Called(IEdmOperation function)
    {
        var isOfSet = function.Parameters.First().Type.IsCollection();
        var name = $"{function.Namespace}.{function.Name}({string.Join(',', function.Parameters.Skip(1).Where(parameter => parameter is not IEdmOptionalParameter).Select(parameter => $"{parameter.Name}='a'"))})";
        return values => $"{(isOfSet ? sample.Address : Row(values))}/{name}";
    }

    /// <summary>The key in parentheses or as a segment.</summary>
    private string Row(Random values) =>
        Key(sample, values) is var key && values.Next(3) == 0 && key != "''" ? $"{sample.Address}/{Uri.EscapeDataString(key.Trim('\''))}" : $"{sample.Address}({Uri.EscapeDataString(key)})";

    private static string Key(SetSample of, Random values) => of.Keys.Count == 0 ? Guid.Empty.ToString() : of.Keys[values.Next(of.Keys.Count)];

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
