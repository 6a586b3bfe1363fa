namespace IJJO.Platform.Host;

/// <summary>Builds the host; tests build the same one.</summary>
public static class HostApplication
{
    /// <summary>Builds a host that is ready to run.</summary>
    /// <param name="args">The command line: any setting as <c>--Section:Key=value</c>.</param>
    /// <param name="configure">A last word on the builder, for tests.</param>
    /// <returns>The host.</returns>
    /// <exception cref="PlatformStartException">It cannot start; the message says what to do.</exception>
    public static async Task<WebApplication> CreateAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        configure?.Invoke(builder);
        await builder.AddPlatformAsync();
        return await builder.Build().MapPlatformAsync<Program>();
    }
}
