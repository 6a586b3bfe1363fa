using System.Reflection;
using IJJO.Platform.OData;
using IJJO.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Boards;

/// <summary>Runs an action from a posted form: the same command, rules and handler as over OData.</summary>
internal sealed class ActionRunner(IServiceProvider services, Texts texts, ICurrentUser user)
{
    public bool May(BoardAction action) => user.Has(action.Permission);

    /// <summary>Runs it for one row, or for the whole set where there is none. What is wrong is in the form afterwards.</summary>
    public async Task<Result> RunAsync(ServedSet set, BoardAction action, FormState form, string? key, uint? version, CancellationToken cancel)
    {
        if (!May(action)) return Report(set, form, Result.Forbidden());
        if (action.KeyMember is { } keyMember) form.Set(keyMember, key);
        if (action.VersionMember is { } versionMember) form.Set(versionMember, version?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var command = typeof(FormState).GetMethod(nameof(FormState.Bind), BindingFlags.Public | BindingFlags.Instance)!.MakeGenericMethod(action.Command).Invoke(form, null);
        if (command is null) return Result.Invalid();

        var broken = CommandRules.Check(command);
        if (broken.Count > 0) return Report(set, form, Result.Invalid(broken));
        try
        {
            return Report(set, form, await CommandRunner.HandleAsync(services, set, command, key, cancel));
        }
        catch (DbUpdateConcurrencyException)
        {
            return Report(set, form, Result.Invalid(new FieldError("", FieldErrors.Stale)));
        }
    }

    /// <summary>
    /// The same for one of many rows, within a step that is undone when it fails: a row that the action makes no sense for is refused, where possible with the
    /// handler's own reason.
    /// </summary>
    public async Task<Result> RunOneOfManyAsync(ServedSet set, BoardAction action, FormState form, BoardRow row, CancellationToken cancel)
    {
        var makesSense = action.When is not { } when || await services.GetRequiredService<BoardReaders>().Open(set).IsAmongAsync(row, when, cancel);
        var result = await RunAsync(set, action, form, row.Key, row.Version, cancel);
        return makesSense || !result.Succeeded ? result : Report(set, form, Result.Refused("board.bulk.not-now"));
    }

    private Result Report(ServedSet set, FormState form, Result result)
    {
        foreach (var error in result.Errors) form.AddError(error.Member, texts.Get(set.Module, error.Code, error.Arguments));
        if (result.Kind == ResultKind.Refused) form.AddError("", texts.Get(set.Module, result.Code!, [.. result.Arguments]));
        if (result.Kind == ResultKind.NotFound) form.AddError("", texts.Get("platform", "board.gone"));
        if (result.Kind == ResultKind.Forbidden) form.AddError("", texts.Get("platform", "board.forbidden"));
        return result;
    }
}
