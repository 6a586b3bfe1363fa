using System.ComponentModel.DataAnnotations;
using System.Globalization;
using IJJO.Platform.Data;
using IJJO.Platform.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using V = IJJO.Platform.Vocabulary;

namespace IJJO.Platform.Vocabularies;

/// <summary>A term as administrators see it: one column per language, and one key such as <c>theme.prevention</c> that an action can be bound to.</summary>
internal sealed class TermItem
{
    [Key] public required string Id { get; init; }
    public required string Vocabulary { get; init; }

    /// <summary>The term's id within its vocabulary. It never changes.</summary>
    public required string Code { get; init; }

    /// <summary>The label in the reader's language.</summary>
    public required string Label { get; init; }

    public required string LabelEn { get; init; }
    public required string LabelEs { get; init; }
    public required string LabelFr { get; init; }
    public string? NoteEn { get; init; }
    public string? NoteEs { get; init; }
    public string? NoteFr { get; init; }
    public string? Parent { get; init; }
    public int SortOrder { get; init; }
    public bool IsActive { get; init; }
    public bool IsEdited { get; init; }
    [RowVersion] public uint Version { get; init; }

    internal static void Configure(EntityTypeBuilder<TermItem> row)
    {
        row.HasNoKey().ToTable((string?)null);
        row.Property(r => r.Version).HasColumnType("xid");
    }

    // The texts are jsonb objects by language, which LINQ cannot look into behind their conversion.
    internal static IQueryable<TermItem> Query(PlatformDb db, ICurrentUser user)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return db.Set<TermItem>().FromSql($"""
            SELECT vocabulary || '.' || id AS id, vocabulary, id AS code, parent, sort_order, is_active, is_edited, xmin AS version,
                coalesce(labels ->> {language}, labels ->> 'en', id) AS label,
                coalesce(labels ->> 'en', '') AS label_en, coalesce(labels ->> 'es', '') AS label_es, coalesce(labels ->> 'fr', '') AS label_fr,
                notes ->> 'en' AS note_en, notes ->> 'es' AS note_es, notes ->> 'fr' AS note_fr
            FROM platform.term
            """).AsNoTracking();
    }

    internal static void Describe(Board<TermItem> board)
    {
        board
            .Title(t => t.Label, t => t.Vocabulary)
            .Columns(t => t.Label, t => t.Vocabulary, t => t.Code, t => t.LabelEn, t => t.LabelEs, t => t.LabelFr, t => t.Parent, t => t.IsActive, t => t.IsEdited)
            .Search(t => t.LabelEn, t => t.LabelEs, t => t.LabelFr, t => t.Code, t => t.NoteEn, t => t.NoteEs, t => t.NoteFr)
            .Filters(t => t.Vocabulary, t => t.IsActive, t => t.IsEdited)
            .OrderBy("Vocabulary,SortOrder")
            .State(t => t.Vocabulary)
            .Facet("place", t => t.Vocabulary, t => t.Code, t => t.Parent, t => t.SortOrder, t => t.IsActive, t => t.IsEdited)
            .Facet("labels", t => t.LabelEn, t => t.LabelEs, t => t.LabelFr)
            .Facet("notes", t => t.NoteEn, t => t.NoteEs, t => t.NoteFr)
            // Staff reach it from the administration's own links.
            .NotInNavigation()
            .SetAction<AddTerm>("add", PlatformPermissions.EditVocabularies)
            .Action<EditTerm>("edit", PlatformPermissions.EditVocabularies, c => c.Id, version: c => c.Version)
            .Action<RetireTerm>("retire", PlatformPermissions.EditVocabularies, c => c.Id, when: "IsActive eq true", bulk: true, version: c => c.Version)
            .Action<RestoreTerm>("restore", PlatformPermissions.EditVocabularies, c => c.Id, when: "IsActive eq false", bulk: true, version: c => c.Version)
            .Insert<AddTerm>(PlatformPermissions.EditVocabularies)
            .Update<EditTerm>(PlatformPermissions.EditVocabularies, c => c.Id, c => c.Version);
        string[] main =
        [
            V.LineOfWork, V.Theme, V.Action, V.OrganisationType,
            V.Profession, V.DocumentType, V.Instrument, V.Country,
        ];
        foreach (var vocabulary in main) board.View(vocabulary, $"Vocabulary eq '{vocabulary}'", "SortOrder");
        board.View("retired", "IsActive eq false");
    }
}
