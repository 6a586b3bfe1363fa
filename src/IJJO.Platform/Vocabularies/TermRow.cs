using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.Platform.Vocabularies;

/// <summary>A term as stored. The id never changes; a term that is no longer wanted is retired, not deleted.</summary>
internal sealed class TermRow
{
    public required string Vocabulary { get; init; }
    public required string Id { get; init; }
    public string? Parent { get; set; }
    public int SortOrder { get; set; }
    public Dictionary<string, string> Labels { get; set; } = [];
    public Dictionary<string, string> Notes { get; set; } = [];
    public Dictionary<string, string[]> Attributes { get; set; } = [];
    public bool IsActive { get; set; } = true;

    /// <summary>An administrator has changed it, so a newer shipped version leaves it alone.</summary>
    public bool IsEdited { get; set; }

    public uint Version { get; private set; }

    internal Term ToTerm() => new(
        Vocabulary, Id, Parent, Labels, Notes,
        Attributes.ToDictionary(a => a.Key, a => (IReadOnlyList<string>)a.Value), IsActive);

    internal static void Configure(EntityTypeBuilder<TermRow> row)
    {
        row.ToTable("term");
        row.HasKey(r => new { r.Vocabulary, r.Id });
        row.Property(r => r.Vocabulary).HasMaxLength(40);
        row.Property(r => r.Id).HasMaxLength(80);
        row.Property(r => r.Parent).HasMaxLength(80);
        row.Property(r => r.Labels).AsJson();
        row.Property(r => r.Notes).AsJson();
        row.Property(r => r.Attributes).AsJson();
        row.Property(r => r.Version).IsRowVersion();
    }
}
