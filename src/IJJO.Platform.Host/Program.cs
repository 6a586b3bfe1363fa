using IJJO.Platform;
using IJJO.Platform.Host;
using Microsoft.AspNetCore.Connections;

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
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{taken.Message} End the other program, or choose another address: dotnet run --project src/IJJO.Platform.Host -- --Urls=http://localhost:5081");
    return 1;
}
