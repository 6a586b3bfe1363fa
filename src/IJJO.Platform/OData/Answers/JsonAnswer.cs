using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.OData;

/// <summary>
/// An answer that is made in memory before the status line is sent (a page is small): a fault on the way is a proper error and never a body that breaks off.
/// </summary>
internal sealed class JsonAnswer : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);

    public JsonAnswer() => Json = new(_buffer, Options);

    public Utf8JsonWriter Json { get; }

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public async Task SendAsync(HttpContext context, string contentType, int status = StatusCodes.Status200OK)
    {
        await Json.FlushAsync(context.RequestAborted);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = _buffer.WrittenCount;
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(_buffer.WrittenMemory, context.RequestAborted);
    }

    public void Dispose() => Json.Dispose();
}
