using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using IJJO.Platform.Data;
using IJJO.Platform.Site;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Vocabularies;

/// <summary>Ships the vocabularies: adds what is new, refreshes what nobody has edited, deletes nothing.</summary>
internal sealed class VocabularySeed(PlatformDb db) : IReferenceData
{
    private const string FingerprintSetting = "vocabularies.shipped";

    public async Task SeedAsync(CancellationToken cancel)
    {
        var fingerprint = Fingerprint();
        var applied = await db.Settings.FindAsync([FingerprintSetting], cancel);
        if (applied?.Value == fingerprint) return;

        var stored = await db.Terms.ToDictionaryAsync(t => (t.Vocabulary, t.Id), cancel);
        foreach (var (vocabulary, term, position) in Shipped())
        {
            if (!stored.TryGetValue((vocabulary, term.Id), out var row))
            {
                row = new TermRow { Vocabulary = vocabulary, Id = term.Id };
                db.Terms.Add(row);
            }

            if (row.IsEdited) continue;
            row.Parent = term.Parent;
            row.SortOrder = position;
            row.Labels = term.Labels;
            row.Notes = term.Notes ?? [];
            row.Attributes = (term.Attributes ?? []).ToDictionary(a => a.Key, a => Values(a.Value));
        }

        if (applied is null) db.Settings.Add(new Setting { Key = FingerprintSetting, Value = fingerprint });
        else applied.Value = fingerprint;
        await db.SaveChangesAsync(cancel);
    }

    private static IEnumerable<(string Vocabulary, ShippedTerm Term, int Position)> Shipped() =>
        from resource in Resources()
        let file = Read(resource)
        from entry in file.Terms.Select((term, index) => (term, index))
        select (file.Vocabulary, entry.term, entry.index);

    private static ShippedVocabulary Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<ShippedVocabulary>(stream, JsonSerializerOptions.Web)!;
    }

    private static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var resource in Resources())
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Resources() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.Contains(".Vocabularies.Seed.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string[] Values(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(item => item.ToString())]
        : [value.ToString()];

    private sealed record ShippedVocabulary(string Vocabulary, IReadOnlyList<ShippedTerm> Terms);

    private sealed record ShippedTerm(
        string Id, string? Parent, Dictionary<string, string> Labels, Dictionary<string, string>? Notes, Dictionary<string, JsonElement>? Attributes);
}
