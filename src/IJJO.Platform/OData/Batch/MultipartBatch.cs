using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace IJJO.Platform.OData;

/// <summary>A batch as <c>multipart/mixed</c> (OData 4.01 part 1, 11.7.7), where a change set is a part with parts.</summary>
internal static class MultipartBatch
{
    private const string Mixed = "multipart/mixed";

    public static bool Is(string? contentType) => MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(Mixed, StringComparison.OrdinalIgnoreCase);

    public static async Task<IReadOnlyList<BatchPart>> ParseAsync(string contentType, Stream body, CancellationToken cancel)
    {
        try
        {
            var parts = new List<BatchPart>();
            var ids = new HashSet<string>();
            await foreach (var (type, id, content) in PartsAsync(contentType, body, cancel))
            {
                if (!Is(type))
                {
                    parts.Add(new(null, [Request(type, id ?? $"part-{parts.Count + 1}", content)]));
                    continue;
                }
                var requests = new List<BatchRequest>();
                await foreach (var (innerType, innerId, inner) in PartsAsync(type!, new MemoryStream(content), cancel))
                {
                    var request = Request(innerType, innerId ?? throw BatchRequest.Refused("Each request of a change set has a Content-ID."), inner);
                    if (request.Method == "GET") throw BatchRequest.Refused("A change set only changes: GET stands beside it.");
                    requests.Add(request);
                }
                if (requests.Count == 0) throw BatchRequest.Refused("A change set has at least one request.");
                parts.Add(new($"change-set-{parts.Count + 1}", requests));
            }
            if (parts.Count == 0) throw BatchRequest.Refused("A batch has at least one part.");
            if (parts.SelectMany(part => part.Requests).Any(request => !ids.Add(request.Id))) throw BatchRequest.Refused("The Content-IDs of the requests must differ.");
            return parts;
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            throw BatchRequest.Refused("The parts do not end as they should: each begins with a line of two hyphens and the boundary, and the last line ends with two more.");
        }
    }

    /// <summary>A change set that failed has one answer: that of the request that failed.</summary>
    public static async Task SendAsync(HttpContext context, IReadOnlyList<BatchOutcome> outcomes)
    {
        using var body = new MemoryStream();
        var boundary = $"batch_{Guid.CreateVersion7():N}";
        foreach (var outcome in outcomes)
        {
            Write(body, $"--{boundary}\r\n");
            if (!outcome.Part.IsAtomic || outcome.Failed)
            {
                WriteOne(body, outcome.Responses.First(response => !outcome.Failed || response.Failed && response.Status != StatusCodes.Status424FailedDependency || outcome.Responses.Count == 1));
                continue;
            }
            var inner = $"changes_{Guid.CreateVersion7():N}";
            Write(body, $"Content-Type: {Mixed}; boundary={inner}\r\n\r\n");
            foreach (var response in outcome.Responses)
            {
                Write(body, $"--{inner}\r\n");
                WriteOne(body, response);
            }
            Write(body, $"--{inner}--\r\n");
        }
        Write(body, $"--{boundary}--\r\n");
        context.Response.ContentType = $"{Mixed}; boundary={boundary}";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
    }

    private static void WriteOne(Stream body, BatchResponse response)
    {
        Write(body, $"Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: {response.Id}\r\n\r\n");
        HttpText.Write(body, response);
        Write(body, "\r\n");
    }

    private static BatchRequest Request(string? type, string id, byte[] content) =>
        type?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) == true ? HttpText.Read(id, content) : throw BatchRequest.Refused("Each part is of type application/http, or multipart/mixed for a change set.");

    private static async IAsyncEnumerable<(string? Type, string? Id, byte[] Content)> PartsAsync(string contentType, Stream body, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).Value;
        if (boundary is not { Length: > 0 and <= 70 }) throw BatchRequest.Refused("multipart/mixed comes with a boundary of at most 70 characters.");
        var reader = new MultipartReader(boundary, body) { HeadersCountLimit = 20, HeadersLengthLimit = 8 * 1024, BodyLengthLimit = QueryLimits.MaxBodyBytes };
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, cancel);
            yield return (section.ContentType, section.Headers is { } headers && headers.TryGetValue("Content-ID", out var id) ? id.ToString() : null, content.ToArray());
        }
    }

    private static void Write(Stream to, string text) => to.Write(Encoding.UTF8.GetBytes(text));
}
