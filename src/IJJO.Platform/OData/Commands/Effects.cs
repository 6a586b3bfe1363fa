using System.Globalization;
using System.Text.Json;
using IJJO.Platform.Events;

namespace IJJO.Platform.OData;

/// <summary>
/// Says what would come of events: each running module that handles one says in its resources what it then does, under <c>effect.{event name}</c>. Members
/// of the event are placeholders, <c>{count}</c> is how many events say the same; <c>effect.{event name}.each</c> may say more of every single one.
/// </summary>
internal sealed class Effects(Subscriptions subscriptions, EventSentence sentences)
{
    public const string Count = "count";

    public IReadOnlyList<Effect> Of(IEnumerable<Happened> events) =>
    [
        .. events
            .SelectMany(Listeners, (one, module) => (one, module, Key: $"effect.{one.Event.Name}"))
            .Select(found => (found.one, found.module, Text: sentences.Of(found.module, found.Key, found.one.Event.Payload), Each: sentences.Of(found.module, found.Key + ".each", found.one.Event.Payload)))
            .Where(found => found.Text is not null)
            .GroupBy(found => (found.one.Event.Name, found.module, found.Text))
            .Select(same => new Effect(same.Key.Name, same.Key.module, same.Key.Text!.Replace($"{{{Count}}}", same.Count().ToString("N0", CultureInfo.CurrentCulture), StringComparison.Ordinal),
                [.. same.Select(found => new EffectCause(found.one.Step, found.Each))])),
    ];

    /// <summary>A mail waits for a module that sends it, but it will be sent: the platform says so itself.</summary>
    private IEnumerable<string> Listeners(Happened one) => subscriptions.To(one.Event.Name).Select(listener => listener.Module).Distinct() is var modules && one.Event.Waits
        ? modules.DefaultIfEmpty("platform")
        : modules;
}

/// <summary>Something that a command would cause beyond what it changes itself, in words.</summary>
internal sealed record Effect(string Event, string Module, string Text, IReadOnlyList<EffectCause> Causes)
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Effect> effects)
    {
        json.WriteStartArray("@platform.effects");
        foreach (var effect in effects)
        {
            json.WriteStartObject();
            json.WriteString("event", effect.Event);
            json.WriteString("module", effect.Module);
            json.WriteString("text", effect.Text);
            json.WriteNumber("count", effect.Causes.Count);
            json.WriteStartArray("causes");
            foreach (var cause in effect.Causes)
            {
                json.WriteStartObject();
                if (cause.Step.Length > 0) json.WriteString("id", cause.Step);
                if (cause.Text is { } text) json.WriteString("text", text);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

/// <summary>Which step causes it, and what there is to say of this one.</summary>
internal sealed record EffectCause(string Step, string? Text);
