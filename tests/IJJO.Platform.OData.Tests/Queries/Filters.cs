using Microsoft.OData.Edm;

namespace IJJO.Platform.OData.Tests;

/// <summary>
/// Makes shapes of <c>$filter</c>. A shape is fixed but for its values: EF Core compiles each shape once, and the many values cost little. The shapes are drawn
/// from every operator and function that is answered for the property's type.
/// </summary>
internal sealed class Filters(SetSample sample, Random random)
{
    private static readonly string[] Comparisons = ["eq", "ne", "gt", "ge", "lt", "le"];

    public Func<Random, string> Shape(int depth = 0)
    {
        if (depth >= 2 || random.Next(3) == 0) return One();
        var (left, right) = (Shape(depth + 1), Shape(depth + 1));
        return random.Next(5) switch
        {
            0 => values => $"not ({left(values)})",
            1 or 2 => values => $"({left(values)} or {right(values)})",
            _ => values => $"{left(values)} and {right(values)}",
        };
    }

    private Func<Random, string> One()
    {
        var property = Pick(sample.Properties.Where(p => p.Literals.Count > 0).ToArray());
        if (property.IsCollection) return Many(property);
        if (property.Property.IsNullable && random.Next(6) == 0)
        {
            var operation = Pick("eq", "ne");
            return _ => $"{property.Name} {operation} null";
        }
        return property.Kind switch
        {
            EdmPrimitiveTypeKind.String => Text(property),
            EdmPrimitiveTypeKind.Boolean => Pick<Func<Random, string>>(v => $"{property.Name} eq {Value(property, v)}", _ => property.Name, _ => $"not {property.Name}"),
            EdmPrimitiveTypeKind.DateTimeOffset => Moment(property),
            EdmPrimitiveTypeKind.Date => Day(property),
            EdmPrimitiveTypeKind.Int32 or EdmPrimitiveTypeKind.Int64 or EdmPrimitiveTypeKind.Int16 or EdmPrimitiveTypeKind.Decimal or EdmPrimitiveTypeKind.Double => Number(property),
            _ => Plain(property, "eq", "ne"),
        };
    }

    private Func<Random, string> Plain(SampledProperty property, params string[] operations)
    {
        var operation = Pick(operations);
        return random.Next(4) switch
        {
            0 => List(property),
            1 when Alike(property) is { } other => _ => $"{property.Name} {operation} {other.Name}",
            _ => values => $"{property.Name} {operation} {Value(property, values)}",
        };
    }

    private Func<Random, string> List(SampledProperty property)
    {
        var count = random.Next(1, 4);
        return values => $"{property.Name} in ({string.Join(',', Enumerable.Range(0, count).Select(_ => Value(property, values)))})";
    }

    private Func<Random, string> Text(SampledProperty property)
    {
        var (name, comparison) = (property.Name, Pick(Comparisons));
        string Of(Random values) => Value(property, values);
        string Part(Random values)
        {
            var text = Of(values)[1..^1].Replace("''", "", StringComparison.Ordinal);
            return text.Length < 3 ? $"'{text}'" : $"'{text.Substring(values.Next(text.Length - 2), Math.Min(3, text.Length - 2))}'";
        }
        return Pick<Func<Random, string>>(
            v => $"{name} {comparison} {Of(v)}", v => $"contains({name},{Part(v)})", v => $"startswith({name},{Part(v)})", v => $"endswith({name},{Part(v)})",
            v => $"length({name}) {comparison} {v.Next(40)}", v => $"indexof({name},{Part(v)}) {comparison} {v.Next(-1, 5)}",
            v => $"tolower({name}) eq tolower({Of(v)})", v => $"toupper({name}) eq toupper({Of(v)})", v => $"trim({name}) eq {Of(v)}",
            v => $"concat({name},'x') eq {Of(v)}", v => $"contains(tolower({name}),tolower({Part(v)}))", v => $"substring({name},{v.Next(4)}) eq {Of(v)}",
            v => $"substring({name},0,{v.Next(1, 4)}) eq {Part(v)}", v => $"concat(concat({name},', '),{name}) ne {Of(v)}", Plain(property, "eq", "ne"), List(property));
    }

    private Func<Random, string> Number(SampledProperty property)
    {
        var (name, comparison, rounding) = (property.Name, Pick(Comparisons), Pick("round", "floor", "ceiling"));
        string Of(Random values) => Value(property, values);
        var arithmetic = Pick("add", "sub", "mul");
        Func<Random, string> rounded = property.Kind is EdmPrimitiveTypeKind.Decimal or EdmPrimitiveTypeKind.Double
            ? v => $"{rounding}({name}) {comparison} {v.Next(100)}" : v => $"{name} mod 3 eq {v.Next(3)}";
        return Pick<Func<Random, string>>(Plain(property, Comparisons), v => $"{name} {arithmetic} {v.Next(1, 9)} {comparison} {Of(v)}", v => $"{name} div 2 {comparison} {Of(v)}", v => $"-{name} {comparison} {Of(v)}", rounded);
    }

    private Func<Random, string> Moment(SampledProperty property)
    {
        var (name, comparison, part) = (property.Name, Pick(Comparisons), Pick("year", "month", "day", "hour", "minute", "second"));
        return Pick<Func<Random, string>>(Plain(property, Comparisons), v => $"{name} {comparison} {Value(property, v)}",
            v => $"{part}({name}) {comparison} {(part == "year" ? v.Next(2024, 2028) : v.Next(30))}", v => $"date({name}) {comparison} 2026-{v.Next(1, 13):00}-{v.Next(1, 29):00}");
    }

    private Func<Random, string> Day(SampledProperty property)
    {
        var (name, comparison, part) = (property.Name, Pick(Comparisons), Pick("year", "month", "day"));
        return Pick<Func<Random, string>>(Plain(property, Comparisons), v => $"{part}({name}) {comparison} {(part == "year" ? v.Next(1985, 2028) : v.Next(30))}");
    }

    private Func<Random, string> Many(SampledProperty property)
    {
        var name = property.Name;
        return Pick<Func<Random, string>>(
            v => $"{name}/any(x:x eq {Value(property, v)})", v => $"{name}/all(x:x ne {Value(property, v)})", _ => $"{name}/any()", v => $"{name}/$count gt {v.Next(3)}",
            v => $"not {name}/any(x:x eq {Value(property, v)} or x eq {Value(property, v)})", v => $"{name}/any(x:startswith(x,{Value(property, v)}))", v => $"{name}/any(x:x in ({Value(property, v)},{Value(property, v)}))");
    }

    private SampledProperty? Alike(SampledProperty property) =>
        sample.Properties.FirstOrDefault(p => p != property && p.Kind == property.Kind && p.Property.Type.Element == property.Property.Type.Element && !p.IsCollection);

    private static string Value(SampledProperty property, Random values) => property.Literals[values.Next(property.Literals.Count)];

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];
}
