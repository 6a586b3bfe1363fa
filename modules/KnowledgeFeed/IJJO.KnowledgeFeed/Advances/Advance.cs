namespace IJJO.KnowledgeFeed.Advances;

/// <summary>One advance of the field: research, legislation, legal practice, programme implementation or good practice.</summary>
public sealed class Advance
{
    private Advance()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The last segment of the public address. It follows the title until the first publication and never changes after it.</summary>
    public string Slug { get; internal set; } = "";

    public string State { get; private set; } = AdvanceState.Draft;
    public string Type { get; private set; } = "";
    public string DocumentType { get; private set; } = "";
    public string OriginalLanguage { get; private set; } = "";

    /// <summary>The languages of <see cref="Versions"/>, kept here so that lists can filter and count by them.</summary>
    public string[] Languages { get; private set; } = [];

    public string[] Themes { get; private set; } = [];

    /// <summary>The themes with the broader theme of each, so that a broad one finds its narrower ones and its count is right.</summary>
    public string[] BroaderThemes { get; private set; } = [];

    public string[] Countries { get; private set; } = [];

    /// <summary>The chosen regions with those that the countries lie in.</summary>
    public string[] Regions { get; private set; } = [];

    public string[] Instruments { get; private set; } = [];

    /// <summary>The legal order where it is no country: UN, CoE, EU, AU.</summary>
    public string? Jurisdiction { get; private set; }

    public DateOnly? Date { get; private set; }
    public int? Year { get; private set; }
    public string? SourceUrl { get; private set; }

    /// <summary>How to cite it, where an editor knows better than the rule (<see cref="Reading.Citation"/>).</summary>
    public string? CitationText { get; private set; }

    public string? Licence { get; private set; }
    public string? LawStatus { get; private set; }
    public Guid? ReplacedById { get; private set; }
    public List<Credit> Credits { get; private set; } = [];
    public List<Correction> Corrections { get; private set; } = [];
    public List<LanguageVersion> Versions { get; private set; } = [];

    /// <summary>The origin: the group's output, and the cases of its members. The cases are for staff only.</summary>
    public Guid? OutputId { get; private set; }
    public Guid? GroupId { get; private set; }
    public string? GroupTitle { get; private set; }
    public Guid[] CaseIds { get; private set; } = [];

    /// <summary>The member of staff who wrote it; nobody for what came from a group.</summary>
    public Guid? CreatedById { get; private set; }
    public string CreatedByName { get; private set; } = "";
    public string PublishedByName { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The last change of anything that a reader sees.</summary>
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? PublishAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawalReason { get; private set; }
    public uint Version { get; private set; }

    internal bool IsPublic => State is AdvanceState.Published or AdvanceState.Corrected;
    internal bool IsWithdrawn => State == AdvanceState.Withdrawn;
    internal bool CanBeEdited => !IsWithdrawn;
    internal bool CanBeSubmitted => State == AdvanceState.Draft;
    internal bool CanBeReturned => State is AdvanceState.InReview or AdvanceState.Scheduled;
    internal bool CanBePublished => State is AdvanceState.InReview or AdvanceState.Scheduled;
    internal bool IsReadable => Original is { Title.Length: > 0, Summary.Length: > 0 };
    internal LanguageVersion? Original => Versions.Find(v => v.Language == OriginalLanguage);

    internal static Advance New(Guid? createdBy, string createdByName, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(), CreatedById = createdBy, CreatedByName = createdByName, CreatedAt = now, ChangedAt = now };

    internal void CameFrom(Guid outputId, Guid groupId, string groupTitle, Guid[] caseIds) =>
        (OutputId, GroupId, GroupTitle, CaseIds) = (outputId, groupId, groupTitle, caseIds);

    /// <summary>The version in a language, else the original, else the English one, else any.</summary>
    internal LanguageVersion In(string language) =>
        Versions.Find(v => v.Language == language) ?? Original ?? Versions.Find(v => v.Language == "en") ?? Versions.OrderBy(v => v.Language).First();

    internal void Describe(AdvanceDetails details, Coverage coverage, DateTimeOffset now)
    {
        (Type, DocumentType, OriginalLanguage) = (details.Type, details.DocumentType, details.OriginalLanguage);
        Themes = [.. details.Themes.Distinct()];
        BroaderThemes = coverage.WithBroader(Themes);
        Countries = [.. details.Countries.Distinct()];
        Regions = coverage.Regions(details.Regions, Countries);
        Instruments = [.. details.Instruments.Distinct()];
        (Date, Year) = (details.Date, details.Date?.Year ?? details.Year);
        (Jurisdiction, SourceUrl, CitationText, Licence) = (details.Jurisdiction, details.SourceUrl, details.Citation, details.Licence);
        (LawStatus, ReplacedById) = (details.LawStatus, details.ReplacedById);
        Credits = [.. details.Credits];
        ChangedAt = now;
    }

    /// <summary>Takes the texts of all languages. A translation that stays as it was while the original changes is marked as outdated.</summary>
    internal void Write(IEnumerable<VersionText> texts)
    {
        var written = texts.Where(text => !text.IsEmpty).ToList();
        Versions.RemoveAll(version => written.All(text => text.Language != version.Language));
        var changed = written.Where(text => VersionIn(text.Language).Write(text)).Select(text => text.Language).ToHashSet();
        Languages = [.. Versions.Select(v => v.Language).Order(StringComparer.Ordinal)];
        if (Original is { } original) original.IsOutdated = false;
        if (!changed.Contains(OriginalLanguage)) return;
        foreach (var translation in Versions.Where(v => v.Language != OriginalLanguage && !changed.Contains(v.Language))) translation.IsOutdated = true;
    }

    internal void Submit() => State = AdvanceState.InReview;

    internal void Return() => (State, PublishAt) = (AdvanceState.Draft, null);

    internal void Schedule(DateTimeOffset at, string by) => (State, PublishAt, PublishedByName) = (AdvanceState.Scheduled, at, by);

    internal void Publish(DateTimeOffset now, string by)
    {
        (State, PublishAt, PublishedAt, PublishedByName, ChangedAt) = (AdvanceState.Published, null, now, by, now);
    }

    internal void Correct(string note, DateTimeOffset now)
    {
        Corrections.Add(new Correction { At = now, Note = note.Trim() });
        (State, ChangedAt) = (AdvanceState.Corrected, now);
    }

    internal void Withdraw(string reason, DateTimeOffset now) =>
        (State, WithdrawalReason, WithdrawnAt, PublishAt, ChangedAt) = (AdvanceState.Withdrawn, reason.Trim(), now, null, now);

    private LanguageVersion VersionIn(string language)
    {
        if (Versions.Find(v => v.Language == language) is { } version) return version;
        version = new LanguageVersion { Language = language };
        Versions.Add(version);
        return version;
    }
}
