namespace IJJO.KnowledgeFeed.Advances;

/// <summary>Everything about an advance that does not depend on a language. All lists hold ids of the vocabulary of their name.</summary>
public sealed record AdvanceDetails(string Type, string DocumentType, string OriginalLanguage)
{
    public IReadOnlyList<string> Themes { get; init; } = [];
    public IReadOnlyList<string> Countries { get; init; } = [];
    public IReadOnlyList<string> Regions { get; init; } = [];
    public IReadOnlyList<string> Instruments { get; init; } = [];
    public string? Jurisdiction { get; init; }
    public DateOnly? Date { get; init; }
    public int? Year { get; init; }
    public string? SourceUrl { get; init; }
    public string? Citation { get; init; }
    public string? Licence { get; init; }
    public string? LawStatus { get; init; }
    public Guid? ReplacedById { get; init; }
    public IReadOnlyList<Credit> Credits { get; init; } = [];
}
