using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.KnowledgeFeed.Advances;

/// <summary>Everything that an editor writes on the page of an advance. What readers have already seen is changed with a note for them.</summary>
public sealed record EditAdvance(Guid AdvanceId, uint? Version, string Type, string DocumentType, string OriginalLanguage)
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

    /// <summary>One a line: name, bar, role.</summary>
    public string? Credits { get; init; }

    /// <summary>What changes for readers; needed once it is public.</summary>
    public string? CorrectionNote { get; init; }

    public IReadOnlyList<VersionText> Texts { get; init; } = [];

    internal AdvanceDetails Details() => new(Type, DocumentType, OriginalLanguage)
    {
        Themes = Themes, Countries = Countries, Regions = Regions, Instruments = Instruments, Jurisdiction = Jurisdiction, Date = Date, Year = Year,
        SourceUrl = SourceUrl, Citation = Citation, Licence = Licence, LawStatus = LawStatus, ReplacedById = ReplacedById, Credits = Credit.Parse(Credits),
    };
}

internal sealed class EditAdvanceHandler(KnowledgeFeedDb db, AdvanceRules rules, Coverage coverage, ICurrentUser user, TimeProvider clock) : ICommandHandler<EditAdvance>
{
    public async Task<Result> Handle(EditAdvance command, CancellationToken cancel)
    {
        var advance = await db.Advances.Include(a => a.Versions).FirstOrDefaultAsync(a => a.Id == command.AdvanceId, cancel);
        if (advance is null) return Result.NotFound();
        if (!user.Has(advance.IsPublic ? KnowledgeFeedPermissions.Publish : KnowledgeFeedPermissions.Edit)) return Result.Forbidden();
        if (!advance.CanBeEdited) return Result.Refused("knowledge-feed.withdrawn");
        var errors = await ErrorsAsync(command, advance, cancel);
        if (errors.Count > 0) return Result.Invalid(errors);

        db.Expect(advance, command.Version);
        advance.Describe(command.Details(), coverage, clock.GetUtcNow());
        advance.Write(command.Texts);
        if (advance.IsPublic) advance.Correct(command.CorrectionNote!, clock.GetUtcNow());
        await db.GiveSlugAsync(advance, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Invalid(new FieldError("", FieldErrors.Stale));
        }

        return Result.Ok();
    }

    private async Task<List<FieldError>> ErrorsAsync(EditAdvance command, Advance advance, CancellationToken cancel)
    {
        var details = command.Details();
        var errors = rules.Check(details).Concat(rules.Check(command.Texts, command.OriginalLanguage)).ToList();
        if (advance.IsPublic && string.IsNullOrWhiteSpace(command.CorrectionNote)) errors.Add(new(nameof(command.CorrectionNote), "knowledge-feed.note-needed"));
        if (command.CorrectionNote?.Length > 1000) errors.Add(new(nameof(command.CorrectionNote), FieldErrors.TooLong, 1000));
        if (details.ReplacedById is { } other && (other == advance.Id || !await db.Advances.AnyAsync(a => a.Id == other, cancel)))
        {
            errors.Add(new(nameof(command.ReplacedById), FieldErrors.Choice));
        }

        return errors;
    }
}
