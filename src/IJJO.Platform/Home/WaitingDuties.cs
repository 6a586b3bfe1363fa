using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Home;

/// <summary>What waits for a person over all modules: what is due first, then what has no date.</summary>
internal sealed class WaitingDuties(IModuleCatalog catalog, IServiceProvider scope, Texts texts)
{
    internal async Task<IReadOnlyList<WaitingDuty>> ForAsync(ICurrentUser user, CancellationToken cancel)
    {
        var waiting = new List<WaitingDuty>();
        foreach (var module in catalog.Running)
        {
            var name = texts.Find(module.Key, "module.name") ?? module.Name;
            foreach (var declared in module.Declared<DutiesDeclaration>())
            {
                var duties = await ((IDuties)scope.GetRequiredService(declared.Provider)).ForAsync(user, cancel);
                waiting.AddRange(duties.Select(duty => new WaitingDuty(name, duty)));
            }
        }

        return [.. waiting.OrderBy(w => w.Duty.Due ?? DateTimeOffset.MaxValue)];
    }
}

/// <summary>A duty and the name of the module that it comes from.</summary>
internal sealed record WaitingDuty(string Module, Duty Duty);
