using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IJJO.Outreach.Templates;

/// <summary>The templates that somebody has edited, in memory: there are few, and every mail asks for them. Loaded before the first mail can be rendered.</summary>
internal sealed class EditedTemplates(IServiceScopeFactory scopes) : IHostedService
{
    private IReadOnlyDictionary<string, string> _sources = new Dictionary<string, string>();

    internal string? Find(string template, string language) => _sources.GetValueOrDefault(EditedTemplate.KeyOf(template, language));

    internal async Task RefreshAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OutreachDb>();
        _sources = await db.Templates.AsNoTracking().Where(t => t.IsEdited).ToDictionaryAsync(t => t.Id, t => t.Source, cancel);
    }

    public Task StartAsync(CancellationToken cancellationToken) => RefreshAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
