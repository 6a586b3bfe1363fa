using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.OData;

/// <summary>A batch in JSON (OData JSON 4.01, 19).</summary>
internal static class JsonBatch
{
    public static IReadOnlyList<BatchPart> Parse(IReadOnlyDictionary<string, JsonNode?> body)
    {
        if (body.GetValueOrDefault("requests") is not JsonArray { Count: > 0 } items) throw BatchRequest.Refused("A batch is an object with an array 'requests'.");
        var parts = new List<BatchPart>();
        var seen = new HashSet<string>();
        foreach (var item in items.Select(item => item as JsonObject ?? throw BatchRequest.Refused("Each request is an object.")))
        {
            var request = One(item);
            if (!seen.Add(request.Id)) throw BatchRequest.Refused("The ids of the requests must differ.");
            if (request.DependsOn.FirstOrDefault(id => id == request.Id || !seen.Contains(id)) is { } later) throw BatchRequest.Refused($"'dependsOn' names '{later}', which is not before it.");
            var group = item["atomicityGroup"] is null ? null : Text(item, "atomicityGroup");
            if (group is not null && parts is [.., { } last] && last.Group == group) parts[^1] = last with { Requests = [.. last.Requests, request] };
            else if (group is null || seen.Add(group)) parts.Add(new(group, [request]));
            else throw BatchRequest.Refused("The requests of a group stand together, and its name is not the id of a request.");
        }
        return parts;
    }

    /// <summary>Every request that was carried out has its answer, by its id.</summary>
    public static async Task SendAsync(HttpContext context, IReadOnlyList<BatchOutcome> outcomes, IReadOnlyList<Effect>? effects)
    {
        using var answer = new JsonAnswer();
        var json = answer.Json;
        json.WriteStartObject();
        json.WriteStartArray("responses");
        foreach (var (outcome, response) in outcomes.SelectMany(outcome => outcome.Responses.Select(response => (outcome, response))))
        {
            json.WriteStartObject();
            json.WriteString("id", response.Id);
            if (outcome.Part.Group is { } group) json.WriteString("atomicityGroup", group);
            json.WriteNumber("status", response.Status);
            json.WriteStartObject("headers");
            foreach (var (name, value) in response.Headers) json.WriteString(name.ToLowerInvariant(), value.ToString());
            json.WriteEndObject();
            if (response.Body.Length > 0)
            {
                json.WritePropertyName("body");
                if (response.Headers.ContentType.ToString().Contains("json", StringComparison.OrdinalIgnoreCase)) json.WriteRawValue(response.Body.Span);
                else json.WriteStringValue(response.Body.Span);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (effects is not null) Effect.Write(json, effects);
        json.WriteEndObject();
        await answer.SendAsync(context, "application/json");
    }

    private static BatchRequest One(JsonObject item)
    {
        var headers = item["headers"] is JsonObject sent
            ? sent.ToDictionary(header => header.Key, header => header.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw BatchRequest.Refused("Headers are texts."), StringComparer.OrdinalIgnoreCase)
            : [];
        var depends = item["dependsOn"] is JsonArray ids ? ids.Select(id => id?.ToString() ?? "").ToArray() : [];
        return new(Text(item, "id"), BatchRequest.MethodOf(Text(item, "method")), Text(item, "url"), headers, item["body"] is { } body ? Encoding.UTF8.GetBytes(body.ToJsonString()) : null, depends);
    }

    private static string Text(JsonObject item, string name) =>
        item[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : throw BatchRequest.Refused($"Each request has a text '{name}'.");
}
