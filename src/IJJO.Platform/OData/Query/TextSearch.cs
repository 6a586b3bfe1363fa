using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.OData;

/// <summary>Whether this database can fold accents. The extension is trusted, so the owner of the database may create it; where not, search does without.</summary>
internal sealed class TextSearch
{
    private volatile Task<bool>? _unaccent;

    public Task<bool> FoldsAccentsAsync(DbContext db)
    {
        // Asked once; several first requests may ask at the same time, with the same answer.
        if (_unaccent is { IsFaulted: false, IsCanceled: false } known) return known;
        return _unaccent = AskAsync(db);
    }

    private static async Task<bool> AskAsync(DbContext db)
    {
        const string installed = "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'unaccent') AS \"Value\"";
        if (await db.Database.SqlQueryRaw<bool>(installed).SingleAsync()) return true;
        try
        {
            await db.Database.ExecuteSqlRawAsync("CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public");
            return true;
        }
        catch (Npgsql.PostgresException)
        {
            return false;
        }
    }
}
