using IJJO.Platform;
using IJJO.WorkingGroups.Groups;
using Microsoft.Extensions.Localization;

namespace IJJO.WorkingGroups;

internal sealed class WorkingGroupsDuties(GroupAccess access, NextSteps steps, IStringLocalizer<Text> texts) : IDuties
{
    private const int Most = 50;

    public async Task<IReadOnlyList<Duty>> ForAsync(ICurrentUser user, CancellationToken cancel) =>
        [.. (await steps.OfAsync(access.Led(), user.Language, cancel)).Take(Most)
            .Select(step => new Duty($"{step.Group.Title.In(user.Language)}: {texts[$"step.{step.Kind}", step.About]}", texts[$"step.{step.Kind}.do"], step.Path, step.Due))];
}
