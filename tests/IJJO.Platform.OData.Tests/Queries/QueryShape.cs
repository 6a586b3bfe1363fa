namespace IJJO.Platform.OData.Tests;

/// <summary>A query that is fixed but for its values.</summary>
internal sealed class QueryShape
{
    private readonly List<(string Option, Func<Random, string> Value)> _options = [];

    private QueryShape()
    {
    }

    /// <summary>What the fast path answers.</summary>
    public static QueryShape Common(SetSample sample, Random random)
    {
        var shape = new QueryShape();
        if (random.Next(8) != 0) shape._options.Add(("$filter", new Filters(sample, random).Shape()));
        if (random.Next(3) != 0) shape.Fixed("$orderby", Order(sample, random));
        if (random.Next(2) == 0) shape.Fixed("$select", Select(sample, random));
        // Few rows: that the order is right shows in the first ones too, and what writes a row writes the next.
        if (random.Next(8) != 0) shape.Fixed("$top", $"{random.Next(6)}");
        if (random.Next(4) == 0) shape.Fixed("$skip", $"{random.Next(6)}");
        if (random.Next(4) == 0) shape.Fixed("$count", "true");
        if (sample.Words.Count > 0 && random.Next(8) == 0)
        {
            // Beside a filter by key: full text over every row is slow, and both ways search alike.
            shape._options.RemoveAll(option => option.Option == "$filter");
            shape._options.Add(("$filter", values => $"{sample.Set.Shape.Keys[0].Name} in ({string.Join(',', Enumerable.Range(0, 8).Select(_ => sample.Keys[values.Next(sample.Keys.Count)]))})"));
            shape._options.Add(("$search", Search(sample, random)));
        }
        return shape;
    }

    /// <summary>What is grouped and computed in the database.</summary>
    public static QueryShape Computed(SetSample sample, Random random)
    {
        var shape = new QueryShape();
        var single = sample.Properties.Where(p => !p.IsCollection).ToArray();
        var by = single[random.Next(single.Length)];
        var of = single[random.Next(single.Length)];
        var filter = new Filters(sample, random).Shape(1);
        var aggregate = random.Next(3) switch { 0 => $"{of.Name} with countdistinct as N", _ => "$count as N" };
        switch (random.Next(3))
        {
            case 0: shape._options.Add(("$apply", values => $"filter({filter(values)})/groupby(({by.Name}),aggregate({aggregate}))")); shape.Fixed("$orderby", $"N desc,{by.Name}"); break;
            case 1: shape._options.Add(("$apply", values => $"filter({filter(values)})/aggregate({aggregate})")); break;
            default: shape._options.Add(("$filter", filter)); shape.Fixed("$compute", $"{by.Name} as Again"); shape.Fixed("$orderby", "Again"); shape.Fixed("$top", "7"); break;
        }
        return shape;
    }

    public string With(Random values) => string.Join('&', _options.Select(option => $"{option.Option}={Uri.EscapeDataString(option.Value(values))}"));

    /// <summary>As it stands in an expansion.</summary>
    public string Within(Random values) => string.Join(';', _options.Select(option => $"{option.Option}={option.Value(values)}"));

    private void Fixed(string option, string value) => _options.Add((option, _ => value));

    private static string Order(SetSample sample, Random random)
    {
        var single = sample.Properties.Where(p => !p.IsCollection).OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToArray();
        return string.Join(',', single.Select(p => (random.Next(10) == 0 && p.Kind == Microsoft.OData.Edm.EdmPrimitiveTypeKind.String ? $"tolower({p.Name})" : p.Name) + (random.Next(2) == 0 ? " desc" : "")));
    }

    private static string Select(SetSample sample, Random random) =>
        string.Join(',', sample.Properties.Where(_ => random.Next(3) == 0).Select(p => p.Name).DefaultIfEmpty(sample.Set.Shape.Keys[0].Name));

    private static Func<Random, string> Search(SetSample sample, Random random)
    {
        var form = random.Next(5);
        string Word(Random values) => sample.Words[values.Next(sample.Words.Count)];
        return values => form switch
        {
            0 => $"{Word(values)} AND {Word(values)}",
            1 => $"{Word(values)} OR {Word(values)}",
            2 => $"NOT {Word(values)}",
            3 => $"\"{Word(values)} {Word(values)}\"",
            _ => Word(values),
        };
    }
}
