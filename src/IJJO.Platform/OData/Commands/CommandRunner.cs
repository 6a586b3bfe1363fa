using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.OData;

/// <summary>Runs the handler of a command and says its outcome in HTTP.</summary>
internal static class CommandRunner
{
    public static async Task<Result> RunAsync(HttpContext http, string module, Type command, CommandBody body, CancellationToken cancel)
    {
        var (made, errors) = CommandReader.Read(command, body);
        var result = errors.Count > 0 ? Result.Invalid(errors) : await HandleAsync(http.RequestServices, made!, cancel);
        if (result.Succeeded) return result;

        var texts = http.RequestServices.GetRequiredService<Texts>();
        throw result.Kind switch
        {
            ResultKind.NotFound => ODataFault.NotFound(),
            ResultKind.Forbidden => new ODataFault(StatusCodes.Status403Forbidden, "forbidden", "Your account may not do this."),
            ResultKind.Refused => new ODataFault(StatusCodes.Status409Conflict, result.Code!, texts.Get(module, result.Code!, [.. result.Arguments])),
            _ => new ODataFault(StatusCodes.Status400BadRequest, "invalid", "Something in the request must be corrected.",
                [.. result.Errors.Select(error => new ODataFaultDetail(error.Code, texts.Get(module, error.Code, error.Arguments), EdmNames.Parameter(error.Member)))]),
        };
    }

    public static Task<Result> HandleAsync(IServiceProvider services, object command, CancellationToken cancel) =>
        (Task<Result>)typeof(CommandRunner).GetMethod(nameof(CallAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(command.GetType()).Invoke(null, [services, command, cancel])!;

    private static Task<Result> CallAsync<TCommand>(IServiceProvider services, TCommand command, CancellationToken cancel) =>
        services.GetRequiredService<ICommandHandler<TCommand>>().Handle(command, cancel);
}
