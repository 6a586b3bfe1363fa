using System.Text.Json;

namespace IJJO.Platform.OData.Tests;

/// <summary>Bodies of batches, some of them spoilt.</summary>
internal static class Batches
{
    private static readonly string[] Changes = ["GET", "POST", "PATCH", "DELETE", "PUT"];

    /// <summary>A batch with its content type. It only reads, unless whoever sends it may change nothing anyway.</summary>
    public static (string Type, string Body) Of(Func<string> address, bool changes, Random random)
    {
        var requests = Enumerable.Range(0, random.Next(1, 5)).Select(number => (Method: changes ? Changes[random.Next(Changes.Length)] : "GET", Url: address(), Id: $"{number}")).ToArray();
        var (type, body) = random.Next(3) == 0 ? Parts(requests, random) : ("application/json", Json(requests, random));
        return (type, random.Next(2) == 0 ? body : Spoilt(body, random));
    }

    private static string Json((string Method, string Url, string Id)[] requests, Random random) => JsonSerializer.Serialize(new
    {
        requests = requests.Select(request => new Dictionary<string, object?>
        {
            ["id"] = random.Next(20) == 0 ? "0" : request.Id, ["method"] = request.Method, ["url"] = request.Url,
            ["atomicityGroup"] = random.Next(4) == 0 ? "g" : null, ["dependsOn"] = random.Next(4) == 0 ? new[] { $"{random.Next(4)}" } : null,
            ["headers"] = random.Next(4) == 0 ? new Dictionary<string, string> { ["If-Match"] = "$0", ["Accept"] = "text/html" } : null,
            ["body"] = request.Method == "GET" ? null : new { Name = "x", Query = 1 },
        }.Where(member => member.Value is not null).ToDictionary()),
    });

    private static (string, string) Parts((string Method, string Url, string Id)[] requests, Random random)
    {
        var parts = requests.Select(request => $"--b\r\nContent-Type: application/http\r\nContent-ID: {request.Id}\r\n\r\n{request.Method} {request.Url} HTTP/1.1\r\nAccept: application/json\r\n\r\n\r\n");
        return (random.Next(10) == 0 ? "multipart/mixed" : "multipart/mixed; boundary=b", string.Concat(parts) + "--b--\r\n");
    }

    private static string Spoilt(string body, Random random)
    {
        var at = random.Next(body.Length);
        return random.Next(4) switch
        {
            0 => body[..at],
            1 => body.Remove(at, Math.Min(random.Next(1, 20), body.Length - at)),
            2 => body.Insert(at, body[..Math.Min(40, body.Length)]),
            _ => body.Insert(at, new string("\"{}[],:\\\r\n-\0é"[random.Next(13)], random.Next(1, 30))),
        };
    }
}
