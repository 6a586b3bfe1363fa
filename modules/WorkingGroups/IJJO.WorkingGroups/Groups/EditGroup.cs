using IJJO.Platform;

namespace IJJO.WorkingGroups.Groups;

/// <summary>Corrects a group's title, purpose, subject or convener.</summary>
public sealed record EditGroup(
    Guid GroupId, string? TitleEn, string? TitleEs, string? TitleFr, string? PurposeEn, string? PurposeEs, string? PurposeFr,
    string LineOfWork, string[] Themes, Guid? ConvenerStaffId, uint? Version);

internal sealed class EditGroupHandler(WorkingGroupsDb db, ICurrentUser user, IVocabularies vocabularies, IStaffDirectory staff) : ICommandHandler<EditGroup>
{
    public async Task<Result> Handle(EditGroup command, CancellationToken cancel)
    {
        if (!user.Has(WorkingGroupsPermissions.Manage)) return Result.Forbidden();
        if (await db.Groups.FindAsync([command.GroupId], cancel) is not { } group) return Result.NotFound();
        var title = LocalText.Of(command.TitleEn, command.TitleEs, command.TitleFr);
        var purpose = LocalText.Of(command.PurposeEn, command.PurposeEs, command.PurposeFr);
        var convener = command.ConvenerStaffId is { } id ? await staff.FindAsync(id, cancel) : null;
        var problems = new Problems()
            .Local("Title", title, 200).Local("Purpose", purpose, 2000)
            .Term("LineOfWork", vocabularies, Vocabulary.LineOfWork, command.LineOfWork)
            .Term("Themes", vocabularies, Vocabulary.Theme, command.Themes)
            .When(command.ConvenerStaffId is not null && convener is null, "ConvenerStaffId", FieldErrors.Choice);
        if (problems.Any) return problems.ToResult();

        db.Expect(group, command.Version);
        group.Title = title;
        group.Purpose = purpose;
        group.LineOfWork = command.LineOfWork;
        group.Themes = command.Themes;
        group.ConvenerStaffId = convener?.Id;
        db.Publish(group.Changed());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
