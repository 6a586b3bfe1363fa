using IJJO.Platform.Testing;

namespace IJJO.Platform.Architecture.Tests.Code;

public sealed class CodeTests
{
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
    public void The_type_that_does_is_named_with_the_call(string call) => Rule.IsBroken(Calls.Forbidden(Catalogue.BrokenAssembly), "BlockingJob", call);

    [Fact]
    public void Nothing_reflects_outside_the_loader_and_the_service() => Rule.Holds(Catalogue.OwnAssemblies.SelectMany(Reflection.Used), Reflection.Reasons);

    [Theory]
    [InlineData("System.Activator.CreateInstance")]
    [InlineData("System.Type.GetProperty")]
    [InlineData("System.Reflection.PropertyInfo.GetValue")]
    public void A_type_that_reflects_is_named_with_the_call(string call) => Rule.IsBroken(Reflection.Used(Catalogue.BrokenAssembly), "ThingManager", call);

    [Fact]
    public void Nothing_static_changes() => Rule.Holds(Catalogue.OwnAssemblies.SelectMany(StaticState.In));

    [Theory]
    [InlineData("Asked")]
    [InlineData("Known")]
    public void Static_state_is_named(string field) => Rule.IsBroken(StaticState.In(Catalogue.BrokenAssembly), "ThingManager", field);

    [Fact]
    public void Values_reach_SQL_as_parameters() => Rule.Holds(Catalogue.OwnAssemblies.SelectMany(SqlText.OfPieces), SqlText.Reasons);

    [Fact]
    public void A_type_that_writes_a_value_into_SQL_is_named() => Rule.IsBroken(SqlText.OfPieces(Catalogue.BrokenAssembly), "ThingManager", "NpgsqlDataSource");

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
            Assert.Equal([$"Manager.cs has {FileLengths.Most + 1} lines; {FileLengths.Most} are the most."], FileLengths.TooLong(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
