using Hangfire;
using Hangfire.Storage;

namespace IJJO.Platform.Jobs;

/// <summary>
/// Makes Hangfire's recurring jobs equal to what the running modules declare. What is right already is left alone: writing takes a lock per job, and a host
/// that was killed while it held one would make the next start wait for it.
/// </summary>
internal sealed class RecurringJobs(IRecurringJobManager manager, JobStorage storage, JobRegistry registry)
{
    internal void Register()
    {
        using var connection = storage.GetConnection();
        var present = connection.GetRecurringJobs().ToDictionary(job => job.Id);
        var wanted = registry.Recurring.ToDictionary(j => $"{j.Module}:{j.Job.Name}");
        foreach (var (id, (module, job)) in wanted)
        {
            if (present.TryGetValue(id, out var found) && IsSame(found, module, job)) continue;
            Write(() => manager.AddOrUpdate<ModuleJobRunner>(id, runner => runner.RunAsync(module, job.Name, null, CancellationToken.None), job.Cron));
        }

        foreach (var stale in present.Values.Where(job => IsOurs(job) && !wanted.ContainsKey(job.Id))) Write(() => manager.RemoveIfExists(stale.Id));
    }

    private static bool IsSame(RecurringJobDto found, string module, JobDeclaration job) =>
        found.Cron == job.Cron && found.Job is { Args: [string ofModule, string name, ..] } runs && runs.Type == typeof(ModuleJobRunner) && (ofModule, name) == (module, job.Name);

    private static bool IsOurs(RecurringJobDto job) => job.LoadException is not null || job.Job?.Type == typeof(ModuleJobRunner);

    /// <summary>Hangfire gives up after 15 s; the lock of a killed host is free after 30 s.</summary>
    private static void Write(Action write)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                write();
                return;
            }
            catch (DistributedLockTimeoutException) when (attempt < 4)
            {
            }
        }
    }
}
