using System.Reflection;
using IJJO.Platform.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.OData;

/// <summary>Runs the handler of a command and says its outcome in HTTP.</summary>
internal static class CommandRunner
{
    public static async Task<Result> RunAsync(HttpContext http, ServedSet set, Type command, object? key, CommandBody body, CancellationToken cancel)
    {
        var (made, errors) = CommandReader.Read(command, body);
        var result = errors.Count > 0 ? Result.Invalid(errors) : await HandleAsync(http.RequestServices, set, made!, key, cancel);
        if (result.Succeeded) return result;

        throw Fault(http, set, result);
    }

    public static ODataFault Fault(HttpContext http, ServedSet set, Result result)
    {
        var texts = http.RequestServices.GetRequiredService<Texts>();
        return result.Kind switch
        {
            ResultKind.NotFound => ODataFault.NotFound(),
            ResultKind.Forbidden => new ODataFault(StatusCodes.Status403Forbidden, "forbidden"),
            ResultKind.Refused => new ODataFault(StatusCodes.Status409Conflict, result.Code!, texts.Get(set.Module, result.Code!, [.. result.Arguments])),
            _ => new ODataFault(StatusCodes.Status400BadRequest, "invalid", details:
                [.. result.Errors.Select(error => new ODataFaultDetail(error.Code, texts.Get(set.Module, error.Code, error.Arguments), EdmNames.Parameter(error.Member)))]),
        };
    }

    /// <summary>Carries out a command on the row with this key, or on the whole set, and remembers who did it.</summary>
    public static async Task<Result> HandleAsync(IServiceProvider services, ServedSet set, object command, object? key, CancellationToken cancel)
    {
        var result = await HandleAsync(services, command, cancel);
        // It is done, even if whoever asked for it has gone in the meantime.
        if (result.Succeeded) await services.GetRequiredService<IAudit>().DidAsync($"{set.Module}.{EdmNames.Kebab(command.GetType().Name)}", key ?? KeyMade(set, command, result), CancellationToken.None);
        return result;
    }

    // Other texts than the key of an insert may be secrets, such as a link.
    private static object? KeyMade(ServedSet set, object command, Result result) =>
        result.Value is Guid || set.Declared.Board.Insert?.Command == command.GetType() ? result.Value : null;

    private static Task<Result> HandleAsync(IServiceProvider services, object command, CancellationToken cancel) =>
        (Task<Result>)typeof(CommandRunner).GetMethod(nameof(CallAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(command.GetType()).Invoke(null, [services, command, cancel])!;

    private static Task<Result> CallAsync<TCommand>(IServiceProvider services, TCommand command, CancellationToken cancel) =>
        services.GetRequiredService<ICommandHandler<TCommand>>().Handle(command, cancel);
}
