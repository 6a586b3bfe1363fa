using System.Data;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace IJJO.Platform.OData;

/// <summary>
/// A page of a query as the SQL and the values that EF Core made of it, read with Npgsql: what EF Core does at each asking takes as long as the answer.
/// Only where it is certain that both read the same: each member of the row is a column of its name, of a type that Npgsql gives as it is.
/// </summary>
internal sealed class DirectPlan<TRow> : QueryPlan<TRow> where TRow : class
{
    private readonly NpgsqlDataSource _source;
    private readonly string _sql;
    private readonly IReadOnlyList<PlanValue> _values;
    private readonly Func<NpgsqlDataReader, TRow> _row;

    private DirectPlan(PlanShape shape, AskedReader reader, NpgsqlDataSource source, string sql, IReadOnlyList<PlanValue> values, Func<NpgsqlDataReader, TRow> row) : base(shape, reader)
    {
        _source = source;
        _sql = sql;
        _values = values;
        _row = row;
    }

    /// <summary>Takes the SQL of a query; <c>null</c> where EF Core does more with an answer than to put columns into members.</summary>
    /// <param name="shape">What tells it from other plans of the question.</param>
    /// <param name="reader">Who asked.</param>
    /// <param name="db">A context of the module.</param>
    /// <param name="source">The database.</param>
    /// <param name="query">The query.</param>
    /// <param name="start">The values that the page starts after, without nulls; in the query they are <see cref="SeenValues"/>.</param>
    /// <param name="members">The members of the row that are needed.</param>
    /// <param name="cancel">Cancels the asking for the columns.</param>
    public static async Task<DirectPlan<TRow>?> OfAsync(
        PlanShape shape, AskedReader reader, DbContext db, NpgsqlDataSource source, IQueryable<TRow> query, IReadOnlyList<object?> start, IEnumerable<PropertyInfo> members,
        CancellationToken cancel)
    {
        if (HidesValues(db.Model) || IsWatched(db)) return null;
        await using var made = (NpgsqlCommand)query.CreateDbCommand();
        if (PlanValue.Of(made.Parameters, start) is not { } values) return null;
        await using var describe = Command(source, made.CommandText, values, start);
        await using var columns = await describe.ExecuteReaderAsync(CommandBehavior.SchemaOnly, cancel);
        return ColumnReader.Of<TRow>(columns, members) is { } row ? new(shape, reader, source, made.CommandText, values, row) : null;
    }

    public override async Task ReadAsync(DbContext db, IReadOnlyList<object?> start, List<TRow> rows, CancellationToken cancel)
    {
        await using var command = Command(_source, _sql, _values, start);
        command.CommandTimeout = db.Database.GetCommandTimeout() ?? command.CommandTimeout;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) rows.Add(_row(reader));
    }

    private static NpgsqlCommand Command(NpgsqlDataSource source, string sql, IReadOnlyList<PlanValue> values, IReadOnlyList<object?> start)
    {
        var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(value.With(start));
        return command;
    }

    /// <summary>Whether a column may hold another value of the same type than the one it stands for, an encrypted text, say.</summary>
    private static bool HidesValues(IModel model) => model.GetEntityTypes().SelectMany(entity => entity.GetFlattenedProperties())
        .Any(property => property.GetTypeMapping().Converter is { } converter && Bare(converter.ModelClrType) == Bare(converter.ProviderClrType));

    /// <summary>Whether a module has put something between EF Core and the database, which has to see each question or answer.</summary>
    private static bool IsWatched(DbContext db)
    {
        var between = db.GetService<IInterceptors>();
        return between.Aggregate<IDbCommandInterceptor>() is not null || between.Aggregate<IDbConnectionInterceptor>() is not null
            || db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.SingletonInterceptors?.Any() == true;
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
