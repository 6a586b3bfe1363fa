using System.ComponentModel.DataAnnotations;
using System.Globalization;
using IJJO.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.Platform.Vocabularies;

/// <summary>What the values of a vocabulary are called in the reader's language. Everybody may read it, as on the public forms; retired terms are among them.</summary>
internal sealed class TermLabel
{
    [Key] public required string Id { get; init; }
    public required string Vocabulary { get; init; }
    public required string Code { get; init; }
    public required string Label { get; init; }
    public string? Parent { get; init; }
    public int SortOrder { get; init; }
    public bool IsActive { get; init; }

    internal static void Configure(EntityTypeBuilder<TermLabel> row) => row.HasNoKey().ToTable((string?)null);

    internal static IQueryable<TermLabel> Query(PlatformDb db, ICurrentUser user)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return db.Set<TermLabel>().FromSql($"""
            SELECT vocabulary || '.' || id AS id, vocabulary, id AS code, coalesce(labels ->> {language}, labels ->> 'en', id) AS label, parent, sort_order, is_active
            FROM platform.term
            """).AsNoTracking();
    }

    internal static void Describe(Board<TermLabel> board) => board
        .Title(t => t.Label, t => t.Vocabulary)
        .Columns(t => t.Label, t => t.Vocabulary, t => t.Code)
        .Filters(t => t.Vocabulary)
        .OrderBy("Vocabulary,SortOrder")
        .NotInNavigation();
}
