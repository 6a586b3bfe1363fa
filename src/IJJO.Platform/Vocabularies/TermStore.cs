using IJJO.Platform.Data;
using IJJO.Platform.Identity;
using IJJO.Platform.OData;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Vocabularies;

/// <summary>What the commands on terms share: finding by key, the rules for the broader term, saving so that this host shows it at once.</summary>
internal sealed class TermStore(PlatformDb db, VocabularyCache cache, ICurrentUser user, AfterCommit afterCommit)
{
    internal bool MayEdit => user.Has(PlatformPermissions.EditVocabularies);

    internal static string KeyOf(TermRow row) => $"{row.Vocabulary}.{row.Id}";

    internal async Task<TermRow?> FindAsync(string key, CancellationToken cancel) =>
        key.Split('.', 2) is [var vocabulary, var id] ? await db.Terms.FindAsync([vocabulary, id], cancel) : null;

    internal async Task<IReadOnlyList<TermRow>> OfVocabularyAsync(string vocabulary, CancellationToken cancel) =>
        await db.Terms.AsNoTracking().Where(t => t.Vocabulary == vocabulary).ToListAsync(cancel);

    /// <summary>The broader term must be of the same vocabulary, and the term must not be found above itself.</summary>
    internal static FieldError? ParentFault(IReadOnlyList<TermRow> vocabulary, string id, string? parent)
    {
        var parents = vocabulary.ToDictionary(t => t.Id, t => t.Parent);
        if (parent is null) return null;
        if (!parents.ContainsKey(parent)) return new("Parent", "term.parent-unknown");
        var seen = new HashSet<string> { id };
        for (var above = parent; above is not null; above = parents.GetValueOrDefault(above))
        {
            if (!seen.Add(above)) return new("Parent", "term.parent-circle");
        }

        return null;
    }

    internal void Expect(TermRow row, uint? version) => db.Expect(row, version);

    internal void Add(TermRow row) => db.Terms.Add(row);

    internal async Task SaveAsync(CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        // This host shows it at once, the others within a minute.
        await afterCommit.DoAsync(() => cache.RefreshAsync(cancel));
    }
}
