using System.ComponentModel.DataAnnotations;

namespace IJJO.Platform.Vocabularies;

/// <summary>Changes how a term reads and where it stands. Its id never changes.</summary>
internal sealed record EditTerm(
    string Id,
    uint? Version,
    [Required, MaxLength(400)] string LabelEn,
    [Required, MaxLength(400)] string LabelEs,
    [Required, MaxLength(400)] string LabelFr,
    [MaxLength(1000)] string? NoteEn,
    [MaxLength(1000)] string? NoteEs,
    [MaxLength(1000)] string? NoteFr,
    [MaxLength(80)] string? Parent,
    [Range(0, 100_000)] int SortOrder) : ITermTexts;

internal sealed class EditTermHandler(TermStore terms) : ICommandHandler<EditTerm>
{
    public async Task<Result> Handle(EditTerm command, CancellationToken cancel)
    {
        if (!terms.MayEdit) return Result.Forbidden();
        if (await terms.FindAsync(command.Id, cancel) is not { } row) return Result.NotFound();
        var vocabulary = await terms.OfVocabularyAsync(row.Vocabulary, cancel);
        if (TermStore.ParentFault(vocabulary, row.Id, command.Parent) is { } fault) return Result.Invalid(fault);

        terms.Expect(row, command.Version);
        row.Take(command);
        (row.Parent, row.SortOrder) = (command.Parent, command.SortOrder);
        await terms.SaveAsync(cancel);
        return Result.Ok();
    }
}
