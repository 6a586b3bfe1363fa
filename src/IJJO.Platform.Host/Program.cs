using IJJO.Platform;
using IJJO.Platform.Host;

PlatformHosting.WarmUp();
try
{
    await using var app = await HostApplication.CreateAsync(args);
    await app.RunAsync();
    return 0;
}
catch (OperationCanceledException)
{
    // The time to stop was up: a slow answer was cut off, and what the jobs had left is done by the next host.
    return 0;
}
catch (PlatformStartException problem)
{
    // One sentence that says what to do is worth more than a stack trace.
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
