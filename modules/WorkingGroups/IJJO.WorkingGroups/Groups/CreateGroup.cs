using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Groups;

/// <summary>Proposes a group. Produces its id.</summary>
public sealed record CreateGroup(
    string? TitleEn, string? TitleEs, string? TitleFr, string? PurposeEn, string? PurposeEs, string? PurposeFr,
    string? CharterEn, string? CharterEs, string? CharterFr, string LineOfWork, string[] Themes, Guid? ConvenerStaffId);

internal sealed class CreateGroupHandler(WorkingGroupsDb db, ICurrentUser user, IVocabularies vocabularies, IStaffDirectory staff, TimeProvider clock)
    : ICommandHandler<CreateGroup>
{
    public async Task<Result> Handle(CreateGroup command, CancellationToken cancel)
    {
        if (!user.Has(WorkingGroupsPermissions.Manage)) return Result.Forbidden();
        var title = LocalText.Of(command.TitleEn, command.TitleEs, command.TitleFr);
        var purpose = LocalText.Of(command.PurposeEn, command.PurposeEs, command.PurposeFr);
        var charter = LocalText.Of(command.CharterEn, command.CharterEs, command.CharterFr);
        var convener = command.ConvenerStaffId is { } id ? await staff.FindAsync(id, cancel) : null;
        var problems = new Problems()
            .Local("Title", title, 200).Local("Purpose", purpose, 2000).Local("Charter", charter, 20_000, required: false)
            .Term("LineOfWork", vocabularies, Vocabulary.LineOfWork, command.LineOfWork)
            .Term("Themes", vocabularies, Vocabulary.Theme, command.Themes)
            .When(command.ConvenerStaffId is not null && convener is null, "ConvenerStaffId", FieldErrors.Choice);
        if (problems.Any) return problems.ToResult();

        var now = clock.GetUtcNow();
        var group = new Group
        {
            Slug = await FreeSlugAsync(title.Any, cancel), Title = title, Purpose = purpose, LineOfWork = command.LineOfWork, Themes = command.Themes,
            ConvenerStaffId = convener?.Id, CreatedAt = now,
        };
        if (!charter.IsEmpty) group.WriteCharter(charter, user.Name, now);
        db.Add(group);
        db.Publish(group.Changed());
        await db.SaveChangesAsync(cancel);
        return Result.Ok(group.Id);
    }

    private async Task<string> FreeSlugAsync(string title, CancellationToken cancel)
    {
        var wanted = Slug.Of(title) is { Length: > 0 } slug ? slug : "group";
        var taken = await db.Groups.Where(group => group.Slug.StartsWith(wanted)).Select(group => group.Slug).ToListAsync(cancel);
        return taken.Contains(wanted) ? Enumerable.Range(2, taken.Count + 1).Select(number => $"{wanted}-{number}").First(name => !taken.Contains(name)) : wanted;
    }
}
