using System.Text.Json;
using IJJO.KnowledgeFeed.Advances;
using IJJO.Platform;

namespace IJJO.KnowledgeFeed.Samples;

/// <summary>Forty published advances made from the field's own instruments and projects, spread over the past year, and one that waits for its review.</summary>
internal sealed class SampleAdvances(KnowledgeFeedDb db, Coverage coverage, TimeProvider clock) : ISampleData
{
    private static readonly TimeSpan Apart = TimeSpan.FromDays(9), Waiting = TimeSpan.FromDays(3);

    public int Order => 40;

    public async Task SeedAsync(CancellationToken cancel)
    {
        await using var json = typeof(SampleAdvances).Assembly.GetManifestResourceStream("IJJO.KnowledgeFeed.Samples.advances.json")!;
        var samples = (await JsonSerializer.DeserializeAsync<List<Sample>>(json, JsonSerializerOptions.Web, cancel))!;
        var made = new Dictionary<string, Advance>();
        var published = clock.GetUtcNow() - Apart * samples.Count(sample => !sample.IsInReview);
        foreach (var sample in samples)
        {
            var written = sample.IsInReview ? clock.GetUtcNow() - Waiting : published;
            var advance = Advance.New(createdBy: null, "", written);
            advance.Describe(sample.Details(replacedBy: null), coverage, written);
            advance.Write(sample.Texts());
            await db.GiveSlugAsync(advance, cancel);
            advance.Submit();
            // No event: what was published before the site existed is news to nobody.
            if (!sample.IsInReview) advance.Publish(published += Apart, "");
            db.Advances.Add(made[sample.Id] = advance);
            await db.SaveChangesAsync(cancel);
        }

        foreach (var sample in samples.Where(s => s.ReplacedBy is not null && made.ContainsKey(s.ReplacedBy)))
        {
            made[sample.Id].Describe(sample.Details(made[sample.ReplacedBy!].Id), coverage, made[sample.Id].ChangedAt);
        }

        await db.SaveChangesAsync(cancel);
    }

    private sealed record Sample(
        string Id, string Type, string DocumentType, Dictionary<string, string> Title, Dictionary<string, string> Summary, Dictionary<string, string>? PlainLanguageSummary,
        string? Jurisdiction, string[] Countries, string[] Regions, string[] Themes, string[] Instruments, string Language, int? Year, DateOnly? Date,
        string? SourceUrl, string? Status, string? ReplacedBy, Credit[] Credits, string? State)
    {
        internal bool IsInReview => State == AdvanceState.InReview;

        internal AdvanceDetails Details(Guid? replacedBy) => new(Type, DocumentType, Language)
        {
            Themes = Themes, Countries = Countries, Regions = Regions, Instruments = Instruments, Jurisdiction = Jurisdiction, Date = Date, Year = Year,
            SourceUrl = SourceUrl, LawStatus = Status, ReplacedById = replacedBy, Credits = Credits,
        };

        internal IEnumerable<VersionText> Texts() => Title.Select(title => new VersionText(
            title.Key, title.Value, Summary.GetValueOrDefault(title.Key), PlainLanguageSummary?.GetValueOrDefault(title.Key)));
    }
}
