using Hangfire;
using IJJO.Platform.OData;

namespace IJJO.Platform.Jobs;

/// <summary>Hangfire rings the bell; what has been done is kept in the modules' own tables.</summary>
internal sealed class HangfireJobs(IBackgroundJobClient client, JobRegistry registry, AfterCommit afterCommit) : IJobs
{
    public void Enqueue<TJob>(string? argument) where TJob : IJob
    {
        var (module, job) = registry.NameOf(typeof(TJob));
        afterCommit.Do(() => client.Enqueue<ModuleJobRunner>(runner => runner.RunAsync(module, job, argument, CancellationToken.None)));
    }

    public void Schedule<TJob>(DateTimeOffset at, string? argument) where TJob : IJob
    {
        var (module, job) = registry.NameOf(typeof(TJob));
        afterCommit.Do(() => client.Schedule<ModuleJobRunner>(runner => runner.RunAsync(module, job, argument, CancellationToken.None), at));
    }
}
