using System.Text.Json;
using System.Text.RegularExpressions;
using IJJO.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Timeline;

/// <summary>Reads the projected events and turns each into a sentence of its publisher's resources.</summary>
internal sealed partial class Timeline(PlatformDb db, Texts texts, IVocabularies vocabularies) : ITimeline
{
    public Task<IReadOnlyList<TimelineEntry>> OfCaseAsync(Guid caseId, bool forParty, CancellationToken cancel) =>
        ReadAsync(db.Timeline.Where(r => r.Cases.Contains(caseId) && (r.ShownToParty || !forParty)), cancel);

    public Task<IReadOnlyList<TimelineEntry>> OfPartyAsync(Guid partyId, CancellationToken cancel) =>
        ReadAsync(db.Timeline.Where(r => r.PartyId == partyId), cancel);

    private async Task<IReadOnlyList<TimelineEntry>> ReadAsync(IQueryable<TimelineRow> rows, CancellationToken cancel)
    {
        var found = await rows.AsNoTracking().OrderBy(r => r.OccurredAt).ThenBy(r => r.EventId).Take(1000).ToListAsync(cancel);
        return [.. found.Select(r => new TimelineEntry(r.OccurredAt, r.Name, r.Module, Sentence(r)))];
    }

    private string Sentence(TimelineRow row)
    {
        var text = texts.Find(row.Module, $"timeline.{row.Name}");
        if (text is null) return row.Name;
        using var payload = JsonDocument.Parse(row.Payload);
        // {title} is a member of the event; {action:action} is shown as the label of a term of that vocabulary; a value such as "accepted" may have a text.
        return Placeholder().Replace(text, match =>
        {
            var (member, vocabulary) = (match.Groups["member"].Value, match.Groups["vocabulary"].Value);
            if (!payload.RootElement.TryGetProperty(member, out var value)) return "";
            if (value.ValueKind == JsonValueKind.Array) return string.Join(", ", value.EnumerateArray().Select(item => Shown(item, vocabulary)));
            return texts.Find(row.Module, $"timeline.{row.Name}.{member}.{value}") ?? Shown(value, vocabulary);
        });
    }

    private string Shown(JsonElement value, string vocabulary) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String when vocabulary.Length > 0 => vocabularies.Find(vocabulary, value.GetString()!)?.Label() ?? value.GetString()!,
        JsonValueKind.String when value.TryGetDateTimeOffset(out var at) => at.ToString("d", System.Globalization.CultureInfo.CurrentCulture),
        _ => value.ToString(),
    };

    [GeneratedRegex(@"\{(?<member>\w+)(:(?<vocabulary>[\w-]+))?\}")]
    private static partial Regex Placeholder();
}
