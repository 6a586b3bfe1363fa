using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests;

public sealed class BuildTests
{
    private static readonly string Source = Path.Combine(TestPlaces.Repository, "src");

    [Theory]
    [InlineData(null)]
    [InlineData("18.20.0")]
    public async Task Without_a_new_enough_Node_one_sentence_says_what_to_install(string? version)
    {
        var programs = Directory.CreateTempSubdirectory("ijjo-no-node-");
        if (!OperatingSystem.IsWindows()) File.CreateSymbolicLink(Path.Combine(programs.FullName, "sh"), "/bin/sh");
        var environment = new Dictionary<string, string> { ["PATH"] = programs.FullName };
        if (version is not null)
        {
            // The Node of this machine, made to say that it is of another version.
            var node = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(path => Path.Combine(path, "node")).First(File.Exists);
            File.CreateSymbolicLink(Path.Combine(programs.FullName, "node"), node);
            var older = Path.Combine(programs.FullName, "older.cjs");
            await File.WriteAllTextAsync(older, $"Object.defineProperty(process, 'versions', {{ value: {{ ...process.versions, node: '{version}' }} }});", TestContext.Current.CancellationToken);
            environment["NODE_OPTIONS"] = $"--require={older}";
        }

        var (exitCode, output) = await BuildAsync(
            environment, Path.Combine(Source, "IJJO.Platform.Web", "IJJO.Platform.Web.csproj"), "-t:BundleClient", $"-p:ClientStamp={Path.Combine(programs.FullName, "client.stamp")}");
        programs.Delete(recursive: true);

        Assert.Equal(1, exitCode);
        var said = Assert.Single(output.Split('\n'), line => line.Contains("error", StringComparison.Ordinal));
        Assert.Contains("Install Node.js 20 or newer (https://nodejs.org) and run the command again.", said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("linux-x64")]
    public async Task A_published_site_has_every_module_in_a_folder_of_its_own_whatever_system_it_is_for(string system)
    {
        var (exitCode, output) = await BuildAsync([], Path.Combine(Source, "IJJO.Platform.Host", "IJJO.Platform.Host.csproj"), "-t:PublishModules", "-getItem:ResolvedFileToPublish", $"-p:RuntimeIdentifier={system}");

        Assert.True(exitCode == 0, output);
        var published = JsonDocument.Parse(output).RootElement.GetProperty("Items").GetProperty("ResolvedFileToPublish").EnumerateArray().Select(file => file.GetProperty("RelativePath").GetString()).ToArray();
        foreach (var (key, assembly) in ((string, string)[])[("submissions", "Submissions"), ("evaluation", "Evaluation"), ("outreach", "Outreach"), ("working-groups", "WorkingGroups"), ("knowledge-feed", "KnowledgeFeed")])
        {
            Assert.Contains($"modules/{key}/IJJO.{assembly}.dll", published);
            Assert.Contains($"modules/{key}/es/IJJO.{assembly}.resources.dll", published);
        }
    }

    private static async Task<(int ExitCode, string Output)> BuildAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var build = new ProcessStartInfo(dotnet, ["msbuild", .. arguments, "-nologo", "-nodeReuse:false"]) { RedirectStandardOutput = true, Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en" } };
        foreach (var (name, value) in environment) build.Environment[name] = value;
        using var process = Process.Start(build)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
