using IJJO.Platform.OData;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>Runs the commands about views as OData does: with their rules, and remembered in the audit.</summary>
internal sealed class ViewCommands(IServiceProvider services, BoardReaders readers)
{
    public async Task<Result> RunAsync(object command, object? key, CancellationToken cancel)
    {
        if (CommandRules.Check(command) is { Count: > 0 } broken) return Result.Invalid(broken);
        try
        {
            return await CommandRunner.HandleAsync(services, readers.Find("platform", "Views")!, command, key, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Invalid(new FieldError("", FieldErrors.Stale));
        }
    }
}
