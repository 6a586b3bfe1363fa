using IJJO.Platform.Benchmarks;
using IJJO.Platform.Postgres;
using IJJO.Platform.Testing;

if (args is [BareHost.Argument, var bare])
{
    await BareHost.RunAsync(bare);
    return;
}

// dotnet run -c Release --project tests/IJJO.Platform.Benchmarks [start] [form] [list] [paging] [export] [rows] [heavy]
var wanted = args.Length > 0 ? args : ["start", "form", "list", "paging", "export", "rows", "heavy"];
await using var server = await EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.ForTests() with { Durable = true });
var modules = Directory.EnumerateDirectories(Path.Combine(TestPlaces.HostFolder, "modules")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal).ToList();

Console.WriteLine($"{Environment.ProcessorCount} cores, load {Load()}, modules: {string.Join(", ", modules)}, host: {TestPlaces.HostFolder}");
var report = new Report();
if (wanted.Contains("start")) await StartAndIdle.RunAsync(report, await server.CreateDatabaseAsync("start"));
if (wanted.Contains("form")) await SentForm.RunAsync(report, modules, await server.CreateDatabaseAsync("form"));
if (wanted.Contains("list")) await ListPage.RunAsync(report, await server.CreateDatabaseAsync("list"));
if (wanted.Contains("paging")) await Paging.RunAsync(report, await server.CreateDatabaseAsync("short"), await server.CreateDatabaseAsync("long"));
if (wanted.Contains("export")) await Exports.RunAsync(report, await server.CreateDatabaseAsync("export"));
if (wanted.Contains("rows")) await FirstRows.RunAsync(report, await server.CreateDatabaseAsync("rows"));
if (wanted.Contains("heavy")) await HeavyQuestions.RunAsync(report, await server.CreateDatabaseAsync("heavy"));
report.Print();
Environment.ExitCode = report.GoalsAreMet ? 0 : 1;

static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
