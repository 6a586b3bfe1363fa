using IJJO.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Vocabularies;

/// <summary>All terms in memory: about a thousand, read on every page, changed a few times a year.</summary>
internal sealed class VocabularyCache(IServiceScopeFactory scopes) : IVocabularies, ISnapshot
{
    private sealed record State(IReadOnlyDictionary<string, IReadOnlyList<Term>> Active, IReadOnlyDictionary<(string, string), Term> All);

    private State _state = new(new Dictionary<string, IReadOnlyList<Term>>(), new Dictionary<(string, string), Term>());

    public IReadOnlyList<Term> Terms(string vocabulary) => _state.Active.TryGetValue(vocabulary, out var terms) ? terms : [];

    public Term? Find(string vocabulary, string id) => _state.All.GetValueOrDefault((vocabulary, id));

    public async Task RefreshAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var rows = await db.Terms.AsNoTracking().OrderBy(t => t.Vocabulary).ThenBy(t => t.SortOrder).ThenBy(t => t.Id).ToListAsync(cancel);
        var terms = rows.ConvertAll(row => row.ToTerm());
        _state = new State(
            terms.Where(t => t.IsActive).GroupBy(t => t.Vocabulary).ToDictionary(g => g.Key, g => (IReadOnlyList<Term>)[.. g]),
            terms.ToDictionary(t => (t.Vocabulary, t.Id)));
    }
}
