using IJJO.KnowledgeFeed.Advances;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IJJO.KnowledgeFeed.Reading;

/// <summary>What a reader may have meant who mistyped a word: the titles most alike, where the database has the extension pg_trgm.</summary>
internal sealed class Suggestions(KnowledgeFeedDb db)
{
    private const int Most = 5;

    internal async Task<IReadOnlyList<Advance>> ForAsync(string text, CancellationToken cancel)
    {
        if (!await db.Database.SqlQuery<string>($"SELECT extname::text AS \"Value\" FROM pg_extension WHERE extname = 'pg_trgm'").AnyAsync(cancel)) return [];
        // It runs only when nothing was found, and reads titles only: a scan of some thousands is a few milliseconds.
        var folded = Folding.Fold(text);
        var ids = await db.Database.SqlQuery<Guid>(
            $"""
             SELECT v.advance_id AS "Value"
             FROM knowledge_feed.advance_versions AS v JOIN knowledge_feed.advances AS a ON a.id = v.advance_id
             WHERE a.state IN ({AdvanceState.Published}, {AdvanceState.Corrected}) AND word_similarity({folded}, lower(v.title)) > 0.3
             GROUP BY v.advance_id ORDER BY max(word_similarity({folded}, lower(v.title))) DESC LIMIT {Most}
             """).ToListAsync(cancel);
        var advances = await db.Advances.AsNoTracking().Include(a => a.Versions).Where(a => ids.Contains(a.Id)).ToListAsync(cancel);
        return [.. advances.OrderBy(a => ids.IndexOf(a.Id))];
    }
}

/// <summary>Asks for the extension where the server has it and lets us; without it the search works and only suggests nothing.</summary>
internal sealed class TrigramExtension(KnowledgeFeedDb db, ILogger<TrigramExtension> log) : IReferenceData
{
    public async Task SeedAsync(CancellationToken cancel)
    {
        try
        {
            await db.Database.ExecuteSqlAsync($"CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public", cancel);
        }
        catch (PostgresException refused)
        {
            log.LogInformation("The search does not suggest titles for mistyped words: {Reason}", refused.MessageText);
        }
    }
}
