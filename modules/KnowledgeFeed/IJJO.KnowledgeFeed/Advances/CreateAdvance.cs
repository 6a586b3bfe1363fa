using IJJO.Platform;

namespace IJJO.KnowledgeFeed.Advances;

/// <summary>Starts a draft; everything else is written on its page. Produces the advance's id.</summary>
public sealed record CreateAdvance(string Type, string DocumentType, string OriginalLanguage, string Title, string? Summary = null);

internal sealed class CreateAdvanceHandler(KnowledgeFeedDb db, AdvanceRules rules, Coverage coverage, ICurrentUser user, TimeProvider clock) : ICommandHandler<CreateAdvance>
{
    public async Task<Result> Handle(CreateAdvance command, CancellationToken cancel)
    {
        if (!user.Has(KnowledgeFeedPermissions.Edit)) return Result.Forbidden();
        var details = new AdvanceDetails(command.Type, command.DocumentType, command.OriginalLanguage);
        VersionText[] texts = [new(command.OriginalLanguage, command.Title, command.Summary)];
        var errors = rules.Check(details).Concat(rules.Check(texts, command.OriginalLanguage).Select(WithoutLanguage)).ToList();
        if (errors.Count > 0) return Result.Invalid(errors);

        var advance = Advance.New(user.StaffId, user.Name, clock.GetUtcNow());
        advance.Describe(details, coverage, clock.GetUtcNow());
        advance.Write(texts);
        await db.GiveSlugAsync(advance, cancel);
        db.Advances.Add(advance);
        await db.SaveChangesAsync(cancel);
        return Result.Ok(advance.Id);
    }

    // This form has one language, so its fields do not name it.
    private static FieldError WithoutLanguage(FieldError error) => error with { Member = error.Member.Split('.')[0] };
}
