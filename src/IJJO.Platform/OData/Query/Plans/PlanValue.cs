using Npgsql;

namespace IJJO.Platform.OData;

/// <summary>A parameter of a plan's SQL.</summary>
/// <param name="Parameter">The parameter with the value that it was made with.</param>
/// <param name="Place">Which of the values that the page starts after it stands for, nulls not counted; <c>null</c> where it is part of the question.</param>
internal sealed record PlanValue(NpgsqlParameter Parameter, int? Place)
{
    /// <summary>The parameters; <c>null</c> where one of the values is not among them as it was given, so that another one could not take its place.</summary>
    public static IReadOnlyList<PlanValue>? Of(NpgsqlParameterCollection made, IReadOnlyList<object?> start)
    {
        var values = made.Select(parameter => new PlanValue(parameter.Clone(), PlaceOf(parameter, start))).ToArray();
        return values.All(value => value.Place is not null || !SeenValues.IsOne(value.Parameter)) && Enumerable.Range(0, start.Count).All(place => values.Any(value => value.Place == place)) ? values : null;
    }

    /// <summary>A new parameter, for one execution.</summary>
    public NpgsqlParameter With(IReadOnlyList<object?> start)
    {
        var parameter = Parameter.Clone();
        if (Place is { } place) parameter.Value = start[place];
        return parameter;
    }

    private static int? PlaceOf(NpgsqlParameter parameter, IReadOnlyList<object?> start) =>
        Enumerable.Range(0, start.Count).Where(place => SeenValues.IsAt(parameter, place) && Equals(parameter.Value, start[place])).Select(place => (int?)place).FirstOrDefault();
}
