namespace IJJO.Platform.Postgres.Tests;

internal static class Started
{
    /// <summary>Options whose folder stays, for tests that start on it more than once.</summary>
    public static EmbeddedPostgresOptions Keeping() => EmbeddedPostgresOptions.ForTests() with { DeleteOnDispose = false };

    public static Task<EmbeddedPostgres> With(EmbeddedPostgresOptions options) => EmbeddedPostgres.StartAsync(options, cancel: TestContext.Current.CancellationToken);

    /// <summary>The message of the refusal, which must be sentences for the person at the console.</summary>
    public static async Task<string> RefusalOf(EmbeddedPostgresOptions options)
    {
        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => With(options));
        TestContext.Current.TestOutputHelper!.WriteLine(refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
        return refusal.Message;
    }
}
