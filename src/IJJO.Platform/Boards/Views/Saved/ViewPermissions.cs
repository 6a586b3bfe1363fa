using IJJO.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>A new version of a module may ask for another permission to read a set: its saved views then ask for it too.</summary>
internal sealed class ViewPermissions(PlatformDb db, IModuleCatalog catalog) : IReferenceData
{
    public async Task SeedAsync(CancellationToken cancel)
    {
        var stored = await db.SavedViews.Select(view => new { view.Module, view.Set, view.Permission }).Distinct().ToListAsync(cancel);
        foreach (var seen in stored)
        {
            var declared = catalog.Running.FirstOrDefault(module => module.Key == seen.Module)?.Declared<EntitySetDeclaration>().FirstOrDefault(one => one.Set.Name == seen.Set);
            if (declared is null || declared.Set.Permission == seen.Permission) continue;
            await db.SavedViews.Where(view => view.Module == seen.Module && view.Set == seen.Set)
                .ExecuteUpdateAsync(change => change.SetProperty(view => view.Permission, declared.Set.Permission), cancel);
        }
    }
}
