using IJJO.WorkingGroups.Groups;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups;

/// <summary>Takes a person's names and address out of what groups have written.</summary>
internal sealed class Redaction(WorkingGroupsDb db, params IEnumerable<string?> traces)
{
    private const string Removed = "[…]";

    // Shorter ones would also be parts of words.
    private readonly string[] _traces = [.. traces.OfType<string>().Where(trace => trace.Length > 2).OrderByDescending(trace => trace.Length)];

    /// <summary>Redacts every text of the groups; the caller saves.</summary>
    /// <returns>How many rows changed.</returns>
    public async Task<int> InGroupsAsync(Guid[] groupIds, CancellationToken cancel)
    {
        foreach (var post in await db.Posts.Where(post => groupIds.Contains(post.GroupId)).ToListAsync(cancel)) post.Text = Without(post.Text);
        foreach (var thread in await db.Threads.Where(thread => groupIds.Contains(thread.GroupId)).ToListAsync(cancel)) thread.Title = Without(thread.Title);
        foreach (var output in await db.Outputs.Where(output => groupIds.Contains(output.GroupId)).ToListAsync(cancel))
        {
            output.Title = Without(output.Title);
            output.Summary = Without(output.Summary);
        }
        foreach (var decision in await db.Decisions.Where(decision => groupIds.Contains(decision.GroupId)).ToListAsync(cancel))
        {
            if (Without(decision.Title) is var title && title != decision.Title) decision.Title = title;
            if (Without(decision.Text) is var text && text != decision.Text) decision.Text = text;
        }
        return db.ChangeTracker.Entries().Count(entry => entry.State == EntityState.Modified);
    }

    private LocalText Without(LocalText text) => new(Or(text.En), Or(text.Es), Or(text.Fr));

    private string? Or(string? text) => text is null ? null : Without(text);

    private string Without(string text) => _traces.Aggregate(text, (rest, trace) => rest.Replace(trace, Removed, StringComparison.OrdinalIgnoreCase));
}
