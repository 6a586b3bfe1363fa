using System.Globalization;
using System.Text.Json;
using IJJO.Platform.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.OData;

namespace IJJO.Platform.OData;

/// <summary>
/// Every refusal under <c>/odata</c> has an OData error body with a code, in every environment without stack trace or inner error. The library sends stack
/// traces with its 400s, and routing sends 404, 405, 406 and 415 without a body.
/// </summary>
internal sealed partial class ODataErrors(RequestDelegate next, Texts texts, ILogger<ODataErrors> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/odata"))
        {
            await next(context);
            return;
        }

        try
        {
            Versions.Negotiate(context);
            QueryNames.Normalise(context.Request);
            await next(context);
            var response = context.Response;
            if (response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null })
                await WriteAsync(context, OfStatus(response.StatusCode));
        }
        catch (Exception fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var answer = Translate(fault);
            if (answer.Status >= 500) Failed(fault, context.Request.Path);
            // What authentication or a limiter has said stays; what described the body that did not come goes.
            context.Response.Headers.ContentLength = null;
            context.Response.Headers.ETag = answer.ETag;
            if (answer.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            await WriteAsync(context, answer);
        }
    }

    private static ODataFault Translate(Exception fault) => fault switch
    {
        ODataFault known => known,
        ODataException syntax => ODataFault.BadRequest("invalid-request", syntax.Message),
        BadHttpRequestException http => new(http.StatusCode, "invalid-request", "The request could not be read."),
        DbUpdateConcurrencyException => new(StatusCodes.Status412PreconditionFailed, "stale", "The row has been changed in the meantime. Read it again."),
        _ => new(StatusCodes.Status500InternalServerError, "internal-error"),
    };

    private static ODataFault OfStatus(int status) => status switch
    {
        400 => new(status, "invalid-request", "The request could not be read."),
        401 => new(status, "sign-in"),
        403 => new(status, "forbidden"),
        404 => ODataFault.NotFound(),
        405 => new(status, "method-not-allowed", "This resource does not allow this method."),
        406 => new(status, "not-acceptable", "Only application/json can be produced here."),
        413 => new(status, "too-large", "The body is too large."),
        415 => new(status, "unsupported-media-type", "Send the body as application/json."),
        429 => new(status, "too-many-requests"),
        _ => new(status, $"http-{status}", "The request was refused."),
    };

    private Task WriteAsync(HttpContext context, ODataFault fault)
    {
        var response = context.Response;
        response.StatusCode = fault.Status;
        if (fault.Status == StatusCodes.Status401Unauthorized) AccessTokenAuthentication.Challenge(context);
        response.ContentType = "application/json;odata.metadata=minimal";
        response.Headers.CacheControl = "no-store";
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteString("code", fault.Code);
            json.WriteString("message", fault.Said ?? texts.Get("platform", $"odata.{fault.Code}", fault.Arguments));
            if (fault.Details.Count > 0)
            {
                json.WriteStartArray("details");
                foreach (var detail in fault.Details)
                {
                    json.WriteStartObject();
                    json.WriteString("code", detail.Code);
                    json.WriteString("message", detail.Message);
                    json.WriteString("target", detail.Target);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body.GetBuffer(), 0, (int)body.Length, context.RequestAborted);
    }

    [LoggerMessage(LogLevel.Error, "The OData request to {Path} failed.")]
    private partial void Failed(Exception fault, string path);
}
