using IJJO.KnowledgeFeed.Advances;
using Microsoft.EntityFrameworkCore;

namespace IJJO.KnowledgeFeed.Reading;

/// <summary>An advance that a text was found in.</summary>
internal sealed record Hit(Guid AdvanceId, float Rank);

/// <summary>
/// Full text of each language version, stemmed by its own language. Every word is kept as written and once more without accents, and so is every query:
/// Spanish stems "prevención" and "prevencion" differently, and the extension unaccent is neither everywhere nor allowed in a stored column.
/// </summary>
internal static class FullText
{
    private const string Accented = "áàâäãåąéèêëęíìîïóòôöõőúùûüűñńçćčýÿšśžźż";
    private const string Plain = "aaaaaaaeeeeeiiiioooooouuuuunncccyysszzz";

    // The languages of the vocabulary that every PostgreSQL from 15 on can stem; the others are kept word for word.
    private static readonly (string Language, string Config)[] Stemmed =
    [
        ("en", "english"), ("es", "spanish"), ("fr", "french"), ("pt", "portuguese"), ("it", "italian"), ("de", "german"), ("nl", "dutch"), ("ca", "catalan"),
        ("ro", "romanian"), ("ru", "russian"), ("ar", "arabic"),
    ];

    /// <summary>The stored column: constants only, because a generated column takes immutable expressions only.</summary>
    internal static string Column { get; } =
        $"setweight(to_tsvector({Config("language")}, {Both("title")}), 'A') || setweight(to_tsvector({Config("language")}, {Both("summary || ' ' || plain_language_summary")}), 'B') "
        + $"|| setweight(to_tsvector({Config("language")}, {Both("body")}), 'D')";

    // One small query per language, joined to the versions of that language: a bitmap scan of the GIN index on "search" for each.
    private static readonly string Sql =
        $"""
         SELECT v.advance_id, max(ts_rank_cd(v.search, q.query)) AS rank
         FROM (VALUES {string.Join(", ", Stemmed.Append(("", "simple")).Select(s => $"('{s.Item1}', {Query(s.Item2)})"))}) AS q (language, query)
         JOIN knowledge_feed.advance_versions AS v
           ON v.search @@ q.query AND q.language = CASE WHEN v.language IN ({string.Join(", ", Stemmed.Select(s => $"'{s.Language}'"))}) THEN v.language ELSE '' END
         GROUP BY v.advance_id
         """;

    /// <summary>Where a text is found. Quotes, OR and a minus sign mean what they mean to search engines.</summary>
    internal static IQueryable<Hit> Find(KnowledgeFeedDb db, string text) => db.Database.SqlQueryRaw<Hit>(Sql, text, Folding.Fold(text));

    private static string Query(string config) => $"websearch_to_tsquery('{config}', {{0}}) || websearch_to_tsquery('{config}', {{1}})";

    private static string Config(string column) =>
        $"CASE {column} {string.Join(' ', Stemmed.Select(s => $"WHEN '{s.Language}' THEN '{s.Config}'::regconfig"))} ELSE 'simple'::regconfig END";

    private static string Both(string text) => $"{text} || ' ' || translate(lower({text}), '{Accented}', '{Plain}')";
}
