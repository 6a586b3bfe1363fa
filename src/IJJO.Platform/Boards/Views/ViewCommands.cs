using IJJO.Platform.OData;

namespace IJJO.Platform.Boards;

/// <summary>Runs the commands about views as OData does: with their rules, and remembered in the audit.</summary>
internal sealed class ViewCommands(IServiceProvider services, BoardReaders readers)
{
    public async Task<Result> RunAsync(object command, object? key, CancellationToken cancel) =>
        CommandRules.Check(command) is { Count: > 0 } broken
            ? Result.Invalid(broken)
            : await CommandRunner.HandleAsync(services, readers.Find("platform", "Views")!, command, key, cancel);
}
