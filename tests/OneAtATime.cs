using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestPipelineStartup(typeof(IJJO.Platform.OneAtATime))]

namespace IJJO.Platform;

/// <summary>
/// The test programs of a clone take turns, however <c>dotnet test</c> starts them: each starts servers, hosts and a browser, and two at once would run into the
/// deadlines of the other.
/// </summary>
internal sealed class OneAtATime : ITestPipelineStartup
{
    private FileStream? _turn;

    public async ValueTask StartAsync(IMessageSink diagnosticMessageSink)
    {
        var tests = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "TestsFolder").Value!;
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(tests, "obj")).FullName, "turn");
        while ((_turn = Take(file)) is null) await Task.Delay(TimeSpan.FromSeconds(0.5));
    }

    public ValueTask StopAsync() => _turn?.DisposeAsync() ?? ValueTask.CompletedTask;

    // The operating system lets go of it when the program ends, in whatever way.
    private static FileStream? Take(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
