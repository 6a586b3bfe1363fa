using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IJJO.Platform.Jobs;

/// <summary>
/// The only type that Hangfire stores. Because it names modules and jobs as text, a job class can be renamed and a module removed without
/// leaving jobs behind that cannot be loaded.
/// </summary>
public sealed class ModuleJobRunner(JobRegistry registry, IServiceScopeFactory scopes, ILogger<ModuleJobRunner> log)
{
    /// <summary>Runs a job of a module; does nothing when the module or the job is gone.</summary>
    /// <param name="module">The module's key.</param>
    /// <param name="job">The job's name.</param>
    /// <param name="argument">What it was enqueued with.</param>
    /// <param name="cancel">Cancels when the host stops.</param>
    /// <returns>A task.</returns>
    public async Task RunAsync(string module, string job, string? argument, CancellationToken cancel)
    {
        if (registry.Find(module, job) is not { } declared)
        {
            log.LogWarning("Job {Module}:{Job} was dropped: no running module has it", module, job);
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        await ((IJob)scope.ServiceProvider.GetRequiredService(declared.Job)).RunAsync(argument, cancel);
    }
}

/// <summary>The jobs that running modules declared.</summary>
/// <param name="catalog">The catalogue.</param>
public sealed class JobRegistry(IModuleCatalog catalog)
{
    private readonly IReadOnlyList<(string Module, JobDeclaration Job)> _all =
        [.. catalog.Running.SelectMany(m => m.Declared<JobDeclaration>().Select(j => (m.Key, j)))];

    internal IEnumerable<(string Module, JobDeclaration Job)> Recurring => _all.Where(j => j.Job.Cron is not null);

    internal JobDeclaration? Find(string module, string job) => _all.FirstOrDefault(j => j.Module == module && j.Job.Name == job).Job;

    internal (string Module, string Job) NameOf(Type job)
    {
        var found = _all.FirstOrDefault(j => j.Job.Job == job);
        return found.Job is null
            ? throw new InvalidOperationException($"{job.FullName} is not declared as a job. Add .Job<{job.Name}>(\"…\") to the module.")
            : (found.Module, found.Job.Name);
    }
}
