using Hangfire;
using IJJO.Platform.Jobs;
using IJJO.Platform.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IJJO.Platform.Tests.Jobs;

/// <summary>The options of job storage, and jobs whose module or self is gone.</summary>
public sealed class JobTests(PlainHost plain) : IClassFixture<PlainHost>
{
    [Fact]
    public void Jobs_of_a_host_that_died_are_soon_free_again_and_a_host_without_storage_does_not_pretend()
    {
        var storage = JobsRegistration.Storage();

        Assert.True(storage.UseSlidingInvisibilityTimeout);
        Assert.Equal(TimeSpan.FromSeconds(20), storage.InvisibilityTimeout);
        Assert.Equal(TimeSpan.FromSeconds(30), storage.DistributedLockTimeout);
        Assert.False(storage.AllowDegradedModeWithoutStorage);
    }

    [Theory]
    [InlineData("gone", "tick")]
    [InlineData("platform", "gone")]
    public async Task A_job_of_which_the_module_or_itself_is_gone_ends_instead_of_failing_for_ever(string module, string job)
    {
        var id = Ask.ForJob(plain.Host.ConnectionString, module, job);

        var jobs = plain.Host.Services.GetRequiredService<JobStorage>().GetMonitoringApi();
        await Eventually.IsTrueAsync(() => Task.FromResult(jobs.JobDetails(id).History.Any(state => state.StateName == "Succeeded")), "the job to end");
    }

    [Fact]
    public async Task A_job_that_is_gone_is_said_in_the_log()
    {
        var log = new Lines();

        await new ModuleJobRunner(plain.Host.Services.GetRequiredService<JobRegistry>(), plain.Host.Services.GetRequiredService<IServiceScopeFactory>(), log)
            .RunAsync("gone", "tick", null, CancellationToken.None);

        Assert.Equal("Warning: Job gone:tick was dropped: no running module has it", Assert.Single(log.Written));
    }

    private sealed class Lines : ILogger<ModuleJobRunner>
    {
        internal List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
