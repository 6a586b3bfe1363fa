using Hangfire;
using Hangfire.Storage;

namespace IJJO.Platform.Jobs;

/// <summary>Makes Hangfire's recurring jobs equal to what the running modules declare.</summary>
internal sealed class RecurringJobs(IRecurringJobManager manager, JobStorage storage, JobRegistry registry)
{
    internal void Register()
    {
        var wanted = registry.Recurring.ToDictionary(j => $"{j.Module}:{j.Job.Name}");
        foreach (var (id, (module, job)) in wanted)
        {
            manager.AddOrUpdate<ModuleJobRunner>(id, runner => runner.RunAsync(module, job.Name, null, CancellationToken.None), job.Cron);
        }

        using var connection = storage.GetConnection();
        foreach (var stale in connection.GetRecurringJobs().Where(job => IsOurs(job) && !wanted.ContainsKey(job.Id))) manager.RemoveIfExists(stale.Id);
    }

    private static bool IsOurs(RecurringJobDto job) => job.LoadException is not null || job.Job?.Type == typeof(ModuleJobRunner);
}
