using System.Text;

namespace IJJO.Platform.OData;

/// <summary>A request of a multipart batch as it stands in its part: request line, headers, an empty line, body (RFC 9112).</summary>
internal static class HttpText
{
    public static BatchRequest Read(string id, ReadOnlySpan<byte> text)
    {
        var rest = text;
        if (Line(ref rest)?.Split(' ') is not [var method, var url, "HTTP/1.1" or "HTTP/1.0"]) throw BatchRequest.Refused("A part of type application/http begins with a line such as 'GET Things HTTP/1.1'.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (Line(ref rest) is { Length: > 0 } line)
        {
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, var value]) throw BatchRequest.Refused($"'{line}' is not a header.");
            headers[name] = value;
        }
        // The length is that of what is there, whatever the client has counted.
        headers.Remove("Content-Length");
        return new(id, BatchRequest.MethodOf(method), url, headers, rest.IsEmpty ? null : rest.ToArray(), []);
    }

    public static void Write(Stream to, BatchResponse response)
    {
        var head = new StringBuilder($"HTTP/1.1 {response.Status} {Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(response.Status)}\r\n");
        foreach (var (name, value) in response.Headers) head.Append(name).Append(": ").Append(value.ToString()).Append("\r\n");
        to.Write(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()));
        to.Write(response.Body.Span);
    }

    /// <summary>The next line, and what follows it; <c>null</c> at the end.</summary>
    private static string? Line(ref ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return null;
        var end = text.IndexOf((byte)'\n');
        var line = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[(end + 1)..];
        return Encoding.UTF8.GetString(line).TrimEnd('\r');
    }
}
