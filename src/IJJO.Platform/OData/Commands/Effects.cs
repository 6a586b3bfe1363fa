using System.Globalization;
using System.Text.Json;
using IJJO.Platform.Events;

namespace IJJO.Platform.OData;

/// <summary>
/// Says what would come of events: each running module that handles one says in its resources what it then does, under <c>effect.{event name}</c>, and the
/// publisher may say what it leads to. Members of the event are placeholders, <c>{count}</c> is how many events say the same; <c>effect.{event name}.each</c>
/// may say more of every single one.
/// </summary>
internal sealed class Effects(Subscriptions subscriptions, EventSentence sentences)
{
    public const string Count = "count";

    public IReadOnlyList<Effect> Of(IEnumerable<Happened> events) =>
    [
        .. events
            .SelectMany(one => Tellers(one.Event.Name), (one, module) => (one, module, Key: $"effect.{one.Event.Name}"))
            .Select(found => (found.one, found.module, Text: sentences.Of(found.module, found.Key, found.one.Event.Payload), Each: sentences.Of(found.module, found.Key + ".each", found.one.Event.Payload)))
            .Where(found => found.Text is not null)
            // A module without a text of its own is answered with the platform's, which says it once.
            .DistinctBy(found => (found.one, found.Text))
            .GroupBy(found => (found.one.Event.Name, found.module, found.Text))
            .Select(same => new Effect(same.Key.Name, same.Key.module, same.Key.Text!.Replace($"{{{Count}}}", same.Count().ToString("N0", CultureInfo.CurrentCulture), StringComparison.Ordinal),
                [.. same.Select(found => new EffectCause(found.one.Step, found.Each))])),
    ];

    /// <summary>Who handles an event and, last, who publishes it: a mail waits for a module that sends it, but it will be sent.</summary>
    private IEnumerable<string> Tellers(string name) => subscriptions.To(name).Select(listener => listener.Module).Append(name[..name.IndexOf('.')]).Distinct();
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
