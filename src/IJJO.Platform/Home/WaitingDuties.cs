using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Home;

/// <summary>What waits for a person over all modules: what is due first, then what has no date.</summary>
internal sealed class WaitingDuties(IModuleCatalog catalog, IServiceProvider scope, Texts texts)
{
    internal async Task<IReadOnlyList<(string Module, Duty Duty)>> ForAsync(ICurrentUser user, CancellationToken cancel)
    {
        var waiting = new List<(string Module, Duty Duty)>();
        foreach (var module in catalog.Running)
        {
            var name = texts.Find(module.Key, "module.name") ?? module.Name;
            foreach (var declared in module.Declared<DutiesDeclaration>())
            {
                var duties = await ((IDuties)scope.GetRequiredService(declared.Provider)).ForAsync(user, cancel);
                waiting.AddRange(duties.Select(duty => (name, duty)));
            }
        }

        return [.. waiting.OrderBy(w => w.Duty.Due ?? DateTimeOffset.MaxValue)];
    }
}
