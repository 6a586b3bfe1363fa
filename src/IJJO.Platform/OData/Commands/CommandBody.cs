using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.OData;

/// <summary>The members of a command as they were sent, before they are held against its types.</summary>
internal sealed class CommandBody
{
    private readonly Dictionary<string, JsonNode?> _members = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyDictionary<string, JsonNode?> Members => _members;

    public static CommandBody Empty() => new();

    public static async Task<CommandBody> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var body = new CommandBody();
        using var text = await ReadBytesAsync(request, cancel);
        if (text.Length == 0) return body;
        if (!request.HasJsonContentType())
            throw new ODataFault(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "Send the body as application/json.");
        try
        {
            if (await JsonNode.ParseAsync(text, documentOptions: new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false }, cancellationToken: cancel) is not JsonObject sent)
                throw new JsonException();
            // Control information says nothing that a command needs.
            foreach (var (name, value) in sent.Where(member => !member.Key.Contains('@')).ToArray()) body._members[name] = value;
            return body;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            throw ODataFault.BadRequest("invalid-json", "The body must be one JSON object.");
        }
    }

    /// <summary>The body as it is, from its beginning, if it is within the limit.</summary>
    public static async Task<MemoryStream> ReadBytesAsync(HttpRequest request, CancellationToken cancel)
    {
        var bytes = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(chunk, cancel)) > 0; bytes.Write(chunk, 0, read))
        {
            if (bytes.Length + read > QueryLimits.MaxBodyBytes) throw new ODataFault(StatusCodes.Status413PayloadTooLarge, "too-large", "The body is too large.");
        }
        bytes.Position = 0;
        return bytes;
    }

    /// <summary>Sets a member that comes from the address or from <c>If-Match</c>, whatever the body says.</summary>
    public void Set(string? member, object? value)
    {
        if (member is not null) _members[member] = JsonSerializer.SerializeToNode(value, CommandJson.Options);
    }

    /// <summary>What was not sent stays as it is in the row.</summary>
    public void FillFrom(object row, Type command)
    {
        foreach (var member in CommandShape.Of(command).Members.Where(member => !_members.ContainsKey(member.Name)))
        {
            if (row.GetType().GetProperty(member.Name) is { } property) _members[member.Name] = JsonSerializer.SerializeToNode(property.GetValue(row), CommandJson.Options);
        }
    }
}
