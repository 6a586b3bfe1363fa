using System.Text.Json;
using System.Text.Json.Nodes;

namespace IJJO.Platform.OData;

/// <summary>Makes the command from a body, and says member by member what does not fit.</summary>
internal static class CommandReader
{
    public static (object? Command, IReadOnlyList<FieldError> Errors) Read(Type command, CommandBody body)
    {
        var shape = CommandShape.Of(command);
        var errors = new List<FieldError>();
        var json = new JsonObject();
        foreach (var (name, value) in body.Members)
        {
            if (shape.Members.FirstOrDefault(m => m.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } member) errors.Add(new(name, UnknownMember));
            else if (value is null && !member.MayBeNull) errors.Add(new(member.Name, FieldErrors.Required));
            else if (!Fits(value, member.Type)) errors.Add(new(member.Name, member.Type.IsEnum ? FieldErrors.Choice : FieldErrors.Format));
            else json[member.Name] = value?.DeepClone();
        }
        errors.AddRange(shape.Members.Where(m => !m.IsOptional && !body.Members.ContainsKey(m.Name)).Select(m => new FieldError(m.Name, FieldErrors.Required)));
        if (errors.Count > 0) return (null, errors);

        var made = json.Deserialize(command, CommandJson.Options)!;
        return (made, CommandRules.Check(shape, made));
    }

    /// <summary>A member that the command does not have; the text is the platform's.</summary>
    public const string UnknownMember = "field.unknown";

    private static bool Fits(JsonNode? value, Type type)
    {
        if (value is null) return true;
        try
        {
            value.Deserialize(type, CommandJson.Options);
            return true;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or NotSupportedException)
        {
            return false;
        }
    }
}
