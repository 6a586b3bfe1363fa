using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using V = IJJO.Platform.Vocabulary;

namespace IJJO.Platform.Vocabularies;

/// <summary>Adds a term to one of the vocabularies. It produces the key.</summary>
internal sealed record AddTerm(
    [AllowedValues(
        V.LineOfWork, V.Theme, V.AdvanceType, V.DocumentType, V.OrganisationType, V.Profession, V.Action, V.Region, V.Country, V.Language, V.Instrument,
        V.ConsentPurpose, "m49-region", "participant-type")] string Vocabulary,
    [Required, MaxLength(50)] string Code,
    [Required, MaxLength(400)] string LabelEn,
    [Required, MaxLength(400)] string LabelEs,
    [Required, MaxLength(400)] string LabelFr,
    [MaxLength(1000)] string? NoteEn = null,
    [MaxLength(1000)] string? NoteEs = null,
    [MaxLength(1000)] string? NoteFr = null,
    [MaxLength(80)] string? Parent = null,
    [Range(0, 100_000)] int? SortOrder = null) : ITermTexts;

internal sealed partial class AddTermHandler(TermStore terms) : ICommandHandler<AddTerm>
{
    public async Task<Result> Handle(AddTerm command, CancellationToken cancel)
    {
        if (!terms.MayEdit) return Result.Forbidden();
        if (!CodeForm().IsMatch(command.Code)) return Result.Invalid(new FieldError(nameof(command.Code), "term.code-rule"));
        var others = await terms.OfVocabularyAsync(command.Vocabulary, cancel);
        if (others.Any(t => t.Id.Equals(command.Code, StringComparison.OrdinalIgnoreCase))) return Result.Invalid(new FieldError(nameof(command.Code), "term.taken"));
        if (TermStore.ParentFault(others, command.Code, command.Parent) is { } fault) return Result.Invalid(fault);

        var row = new TermRow
        {
            Vocabulary = command.Vocabulary, Id = command.Code, Parent = command.Parent, SortOrder = command.SortOrder ?? others.Max(t => (int?)t.SortOrder) + 1 ?? 0,
        };
        row.Take(command);
        terms.Add(row);
        await terms.SaveAsync(cancel);
        return Result.Ok(TermStore.KeyOf(row));
    }

    // A dot would end the vocabulary in the key; countries are in capitals.
    [GeneratedRegex("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")]
    private static partial Regex CodeForm();
}
