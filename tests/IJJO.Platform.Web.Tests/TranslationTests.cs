using System.Diagnostics;
using System.Reflection;
using Xunit;

namespace IJJO.Platform.Web.Tests;

public sealed class TranslationTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("translations-");

    [Fact]
    public async Task Complete_texts_pass()
    {
        Write("Text.resx", "greeting", "farewell");
        Write("Text.es.resx", "greeting", "farewell");
        Write("Text.fr.resx", "greeting", "farewell");

        Assert.Equal((0, ""), await Check());
    }

    [Fact]
    public async Task A_missing_or_surplus_key_stops_the_build_and_is_named_with_its_file()
    {
        Write("Text.resx", "greeting", "farewell");
        Write("Text.es.resx", "greeting");
        Write("Text.fr.resx", "greeting", "farewell", "surplus");

        var (code, output) = await Check();

        Assert.Equal(1, code);
        Assert.Contains("Text.es.resx : error IJJO1002: No text for: farewell, surplus.", output, StringComparison.Ordinal);
        Assert.Contains("Text.resx : error IJJO1002: No text for: surplus.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Text.fr.resx : error", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_stops_the_build()
    {
        Write("Text.resx", "greeting");
        Write("Text.es.resx", "greeting");

        var (code, output) = await Check();

        Assert.Equal(1, code);
        Assert.Contains("Text.fr.resx : error IJJO1001", output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(string name, params string[] keys)
    {
        folder.CreateSubdirectory("Resources");
        var data = string.Concat(keys.Select(key => $"<data name=\"{key}\"><value>{key}</value></data>"));
        File.WriteAllText(Path.Combine(folder.FullName, "Resources", name), $"<root>{data}</root>");
    }

    private async Task<(int Code, string Output)> Check()
    {
        var root = typeof(TranslationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!;
        var project = Path.Combine(folder.FullName, "sample.proj");
        await File.WriteAllTextAsync(project,
            $"""<Project><PropertyGroup><IntermediateOutputPath>obj/</IntermediateOutputPath></PropertyGroup><Import Project="{root}build/Translations.targets" /></Project>""",
            TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-t:CheckTranslations", "-nologo", "-v:q", "-nodeReuse:false", "-tl:off"]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output.Trim());
    }
}
