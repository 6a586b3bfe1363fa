using System.Diagnostics;
using IJJO.Platform.Postgres.Cluster;
using IJJO.Platform.Postgres.Commands;

namespace IJJO.Platform.Postgres.Tests;

public sealed class RepairTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_ends_with_its_killed_host_and_keeps_what_was_committed()
    {
        var options = Started.Keeping();
        var data = Path.Combine(options.DataFolder, "data");
        using (var host = await KilledHost.StartAsync(options.DataFolder))
        {
            await Query.RunAsync(host.ConnectionString, "create table kept (id int); insert into kept values (42)");
            await host.KillAsync();
        }
        await Poll.UntilAsync(() => !Postmaster.IsRunning(data));

        await using var next = await Started.With(options with { DeleteOnDispose = true });
        Assert.Equal(42, await Query.ScalarAsync<int>(next.ConnectionString, "select id from kept"));
    }

    [Fact]
    public async Task A_server_that_outlived_its_killed_host_is_replaced()
    {
        var options = Started.Keeping();
        var data = Path.Combine(options.DataFolder, "data");
        using (var host = await KilledHost.StartAsync(options.DataFolder, "detached"))
        {
            await Query.RunAsync(host.ConnectionString, "create table kept (id int); insert into kept values (42)");
            await host.KillAsync();
        }
        Assert.True(Postmaster.IsRunning(data));

        await using (var next = await Started.With(options with { DeleteOnDispose = true }))
            Assert.Equal(42, await Query.ScalarAsync<int>(next.ConnectionString, "select id from kept"));
        Assert.False(Postmaster.IsRunning(data));
    }

    [Fact]
    public async Task A_killed_server_leaves_files_that_do_not_stop_the_next()
    {
        var options = Started.Keeping();
        var first = await Started.With(options);
        await Query.RunAsync(first.ConnectionString, "create table kept (id int); insert into kept values (42)");
        Process.GetProcessById(await PostmasterOf(options)).Kill();
        await first.DisposeAsync();
        Assert.True(File.Exists(Postmaster.FileIn(Path.Combine(options.DataFolder, "data"))));

        await using var next = await Started.With(options with { DeleteOnDispose = true });
        Assert.Equal(42, await Query.ScalarAsync<int>(next.ConnectionString, "select id from kept"));
    }

    [Fact]
    public async Task A_stranger_with_the_number_of_the_killed_server_is_left_alone()
    {
        var options = Started.Keeping();
        await using (await Started.With(options)) { }
        var stranger = (await Launcher.DetectAsync(Cancel)).Tool("sleep", "60").ToStartInfo();
        using var sleep = Process.Start(stranger)!;
        var file = Postmaster.FileIn(Path.Combine(options.DataFolder, "data"));
        await File.WriteAllLinesAsync(file, [$"{sleep.Id}", Path.GetDirectoryName(file)!, "1700000000", "5432", Path.Combine(options.DataFolder, "socket"), "", "", "ready"], Cancel);

        await using (await Started.With(options with { DeleteOnDispose = true }))
            Assert.False(sleep.HasExited);
        sleep.Kill();
    }

    [Fact]
    public async Task A_half_made_data_folder_is_made_again()
    {
        var options = EmbeddedPostgresOptions.ForTests();
        var unfinished = Directory.CreateDirectory(Path.Combine(options.DataFolder, "data.unfinished-0"));
        await File.WriteAllTextAsync(Path.Combine(unfinished.FullName, "PG_VERSION"), "15\n", Cancel);

        await using var server = await Started.With(options);
        Assert.Equal(1, await Query.ScalarAsync<int>(server.ConnectionString, "select 1"));
        Assert.False(unfinished.Exists && Directory.Exists(unfinished.FullName));
    }

    [Fact]
    public async Task Data_that_the_servers_user_cannot_open_is_left_alone()
    {
        var options = EmbeddedPostgresOptions.ForTests();
        Directory.CreateDirectory(Path.Combine(options.DataFolder, "data"));

        var refusal = await Started.RefusalOf(options with { DeleteOnDispose = false });

        Assert.Contains("move it away", refusal);
        Directory.Delete(options.DataFolder, recursive: true);
    }

    [Fact]
    public async Task Folders_of_killed_test_runs_are_removed_but_not_those_in_use()
    {
        var (abandoned, used) = (Started.Keeping(), EmbeddedPostgresOptions.ForTests());
        await using (await Started.With(abandoned)) { }
        await using var server = await Started.With(used);
        foreach (var options in new[] { abandoned, used }) Directory.SetLastWriteTimeUtc(options.DataFolder, DateTime.UnixEpoch);

        EmbeddedPostgresOptions.ForTests();

        Assert.False(Directory.Exists(abandoned.DataFolder));
        Assert.Equal(1, await Query.ScalarAsync<int>(server.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task The_terminals_interrupt_reaches_the_host_and_not_the_server()
    {
        var options = EmbeddedPostgresOptions.ForTests();
        await using var server = await Started.With(options);
        // The terminal signals the processes of its session's foreground group.
        Assert.NotEqual(await SessionAsync("self"), await SessionAsync($"{await PostmasterOf(options)}"));
    }

    [Fact]
    public async Task A_second_host_on_the_same_folder_is_refused_and_the_first_goes_on()
    {
        var options = EmbeddedPostgresOptions.ForTests();
        await using var first = await Started.With(options);

        var refusal = await Started.RefusalOf(options);

        Assert.Contains($"Another host is using the PostgreSQL data in '{options.DataFolder}'", refusal);
        Assert.Equal(1, await Query.ScalarAsync<int>(first.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task A_broken_setting_is_told_in_the_words_of_the_server()
    {
        var refusal = await Started.RefusalOf(EmbeddedPostgresOptions.ForTests() with { Settings = new Dictionary<string, string> { ["shared_buffers"] = "much" } });
        Assert.Contains("shared_buffers", refusal);
    }

    [Fact]
    public async Task Nothing_runs_as_root_and_a_folder_that_others_cannot_enter_is_replaced()
    {
        var closed = Directory.CreateTempSubdirectory("ijjo-closed-");
        var options = EmbeddedPostgresOptions.ForTests() with { DataFolder = Path.Combine(closed.FullName, "postgres") };
        string place;
        await using (var server = await Started.With(options))
        {
            place = server.DataFolder;
            Assert.Equal(Environment.IsPrivilegedProcess, place != options.DataFolder);
            var status = await Query.ScalarAsync<string>(server.ConnectionString, "select pg_read_file('/proc/self/status')");
            Assert.DoesNotContain("Uid:\t0", status);
        }
        Assert.False(Directory.Exists(place));
        closed.Delete(recursive: true);
    }

    [Fact]
    public async Task A_start_that_is_given_up_leaves_nothing()
    {
        var options = EmbeddedPostgresOptions.ForTests();
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var start = EmbeddedPostgres.StartAsync(options, cancel: impatient.Token);
        await Poll.UntilAsync(() => Directory.Exists(Path.Combine(options.DataFolder, "data")));
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        Assert.False(Directory.Exists(options.DataFolder));
    }

    private static async Task<string> SessionAsync(string process) => (await File.ReadAllTextAsync($"/proc/{process}/stat", Cancel)).Split(") ")[1].Split(' ')[3];

    private static async Task<int> PostmasterOf(EmbeddedPostgresOptions options) =>
        int.Parse((await File.ReadAllLinesAsync(Postmaster.FileIn(Path.Combine(options.DataFolder, "data")), Cancel))[0]);
}
