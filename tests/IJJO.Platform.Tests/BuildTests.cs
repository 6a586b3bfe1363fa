using System.Diagnostics;
using System.Runtime.InteropServices;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests;

public sealed class BuildTests
{
    [Fact]
    public async Task Without_Node_one_sentence_says_what_to_install()
    {
        var empty = Directory.CreateTempSubdirectory("ijjo-no-node-");
        if (!OperatingSystem.IsWindows()) File.CreateSymbolicLink(Path.Combine(empty.FullName, "sh"), "/bin/sh");
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var build = new ProcessStartInfo(dotnet, [
            "msbuild", Path.Combine(TestPlaces.Repository, "src", "IJJO.Platform.Web", "IJJO.Platform.Web.csproj"), "-t:BundleClient",
            $"-p:ClientStamp={Path.Combine(empty.FullName, "client.stamp")}", "-nologo", "-nodeReuse:false",
        ])
        { RedirectStandardOutput = true, Environment = { ["PATH"] = empty.FullName, ["DOTNET_CLI_UI_LANGUAGE"] = "en" } };
        using var process = Process.Start(build)!;

        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        empty.Delete(recursive: true);

        Assert.Equal(1, process.ExitCode);
        var said = Assert.Single(output.Split('\n'), line => line.Contains("error", StringComparison.Ordinal));
        Assert.Contains("Install Node.js 20 or newer (https://nodejs.org) and run the command again.", said);
    }
}
