using IJJO.Platform.Testing;

namespace IJJO.Platform.Architecture.Tests.Code;

public sealed class CodeTests
{
    private static string BrokenAssembly => Path.Combine(Catalogue.BrokenFolder, "IJJO.Fixtures.Architecture.dll");

    [Fact]
    public void Nothing_asks_the_machines_clock_sleeps_or_blocks_on_a_task() => Rule.Holds(Catalogue.OwnAssemblies.SelectMany(Calls.Forbidden));

    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTimeOffset.UtcNow")]
    [InlineData("Thread.Sleep")]
    [InlineData("Task.Wait")]
    [InlineData("Task`1.Result")]
    [InlineData("TaskAwaiter.GetResult")]
    public void The_type_that_does_is_named_with_the_call(string call) => Rule.IsBroken(Calls.Forbidden(BrokenAssembly), "BlockingJob", call);

    [Fact]
    public void A_file_fits_a_readers_head() =>
        Rule.Holds(new[] { "src", "modules" }.SelectMany(folder => FileLengths.TooLong(Path.Combine(TestPlaces.Repository, folder))));

    [Fact]
    public void A_long_file_is_named_and_a_long_migration_is_not()
    {
        var folder = Directory.CreateTempSubdirectory("ijjo-lines-");
        try
        {
            var lines = Enumerable.Repeat("// line", FileLengths.Most + 1).ToArray();
            File.WriteAllLines(Path.Combine(folder.FullName, "Manager.cs"), lines);
            File.WriteAllLines(Path.Combine(folder.CreateSubdirectory("Migrations").FullName, "Initial.cs"), lines);
            Assert.Equal(["Manager.cs has 251 lines; 250 are the most."], FileLengths.TooLong(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
