using IJJO.Platform;
using IJJO.Platform.Host;

try
{
    await using var app = await HostApplication.CreateAsync(args);
    await app.RunAsync();
    return 0;
}
catch (PlatformStartException problem)
{
    // One sentence that says what to do is worth more than a stack trace.
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
