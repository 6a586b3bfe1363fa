using System.Text.Json;
using System.Text.Json.Serialization;

namespace IJJO.Outreach.Templates;

/// <summary>A model as JSON. Unlike in events, members that are null are written: a template may ask for them.</summary>
internal static class TemplateModel
{
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    internal static JsonElement From(object model) => model as JsonElement? ?? JsonSerializer.SerializeToElement(model, model.GetType(), Json);
}
