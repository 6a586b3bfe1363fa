using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.OData.UriParser;
using NpgsqlTypes;

namespace IJJO.Platform.OData;

/// <summary>
/// <c>$search</c> as PostgreSQL full text: a row is found when any of its languages' stemmers meets the term, with accents folded. A row class with a
/// <see cref="NpgsqlTsVector"/> searches that (so an index can serve); otherwise the text properties of the board are put together.
/// </summary>
internal sealed class SearchPredicate(RowShape shape, IReadOnlyList<string> members, bool unaccent)
{
    // A row may be in any language of the site; "simple" finds names and codes as they stand.
    private static readonly string[] Configurations = ["simple", "english", "spanish", "french"];
    private static readonly MethodInfo
        ToVector = Method(typeof(NpgsqlFullTextSearchDbFunctionsExtensions), nameof(NpgsqlFullTextSearchDbFunctionsExtensions.ToTsVector), typeof(DbFunctions), typeof(string), typeof(string)),
        Phrase = Method(typeof(NpgsqlFullTextSearchDbFunctionsExtensions), nameof(NpgsqlFullTextSearchDbFunctionsExtensions.PhraseToTsQuery), typeof(DbFunctions), typeof(string), typeof(string)),
        Query = Method(typeof(NpgsqlFullTextSearchDbFunctionsExtensions), nameof(NpgsqlFullTextSearchDbFunctionsExtensions.ToTsQuery), typeof(DbFunctions), typeof(string), typeof(string)),
        Matches = Method(typeof(NpgsqlFullTextSearchLinqExtensions), nameof(NpgsqlFullTextSearchLinqExtensions.Matches), typeof(NpgsqlTsVector), typeof(NpgsqlTsQuery)),
        Unaccent = Method(typeof(NpgsqlFullTextSearchDbFunctionsExtensions), nameof(NpgsqlFullTextSearchDbFunctionsExtensions.Unaccent), typeof(DbFunctions), typeof(string)),
        Concat = Method(typeof(string), nameof(string.Concat), typeof(string), typeof(string));

    private static readonly Expression Functions = Expression.Constant(EF.Functions);

    public Expression<Func<TRow, bool>> Build<TRow>(SearchClause clause)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        return Expression.Lambda<Func<TRow, bool>>(Bind(clause.Expression, row), row);
    }

    private Expression Bind(SingleValueNode node, ParameterExpression row) => node switch
    {
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.And } both => Expression.AndAlso(Bind(both.Left, row), Bind(both.Right, row)),
        BinaryOperatorNode { OperatorKind: BinaryOperatorKind.Or } either => Expression.OrElse(Bind(either.Left, row), Bind(either.Right, row)),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => Expression.Not(Bind(not.Operand, row)),
        ConvertNode convert => Bind(convert.Source, row),
        SearchTermNode term => Term(term.Text, row),
        _ => throw ODataFault.BadRequest("unsupported", "$search takes words, phrases in double quotes, AND, OR and NOT."),
    };

    private Expression Term(string term, ParameterExpression row)
    {
        var text = Parameters.Of(term);
        Expression? found = null;
        foreach (var configuration in Configurations)
        {
            var name = Expression.Constant(configuration);
            var vector = Vector(name, row);
            Or(ref found, Match(vector, Phrase, name, Folded(text)));
            // A vector of the module may have been made without folding.
            if (shape.SearchVector is not null && unaccent) Or(ref found, Match(vector, Phrase, name, text));
        }
        // While somebody types, "garc" already finds García.
        if (term.All(char.IsLetterOrDigit))
        {
            var simple = Expression.Constant(Configurations[0]);
            Or(ref found, Match(Vector(simple, row), Query, simple, Folded(Parameters.Of(term + ":*"))));
        }
        return found!;
    }

    private Expression Vector(Expression configuration, ParameterExpression row)
    {
        if (shape.SearchVector is { } vector) return Expression.Property(row, vector);
        Expression? all = null;
        foreach (var member in members)
        {
            Expression value = Expression.Property(row, shape.Find(member)!.Info);
            value = Expression.Coalesce(value, Expression.Constant(""));
            all = all is null ? value : Expression.Call(Concat, Expression.Call(Concat, all, Expression.Constant(" ")), value);
        }
        return Expression.Call(ToVector, Functions, configuration, Folded(all!));
    }

    private Expression Folded(Expression text) => unaccent ? Expression.Call(Unaccent, Functions, text) : text;

    private static Expression Match(Expression vector, MethodInfo query, Expression configuration, Expression text) =>
        Expression.Call(Matches, vector, Expression.Call(query, Functions, configuration, text));

    private static void Or(ref Expression? all, Expression one) => all = all is null ? one : Expression.OrElse(all, one);

    private static MethodInfo Method(Type type, string name, params Type[] parameters) =>
        type.GetMethod(name, parameters) ?? throw new MissingMethodException(type.FullName, name);
}
