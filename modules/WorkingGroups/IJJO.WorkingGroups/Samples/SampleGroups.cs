using System.Text.Json;
using IJJO.Platform;
using IJJO.WorkingGroups.Groups;

namespace IJJO.WorkingGroups.Samples;

/// <summary>Three groups with their charters, dated backwards from today, so that the sample decisions can offer them.</summary>
internal sealed class SampleGroups(WorkingGroupsDb db, IStaffDirectory staff, TimeProvider clock) : ISampleData
{
    public int Order => 15;

    private DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task SeedAsync(CancellationToken cancel)
    {
        var conveners = await staff.WithPermissionAsync(WorkingGroupsPermissions.Convene, cancel);
        foreach (var sample in await ReadAsync(cancel)) await AddAsync(sample, conveners.Count > 0 ? conveners[^1].Id : null, cancel);
    }

    private async Task AddAsync(SampleGroup sample, Guid? convener, CancellationToken cancel)
    {
        var started = DaysAgo(sample.StartedDaysAgo);
        var group = new Group
        {
            Slug = sample.Id, Title = sample.Title.ToText(), Purpose = sample.Purpose.ToText(), LineOfWork = sample.LineOfWork, Themes = sample.Themes,
            ConvenerStaffId = convener, CreatedAt = started.AddDays(-20),
        };
        group.WriteCharter(sample.Charter.ToText(), "", started.AddDays(-15));
        group.ApproveCharter("", started.AddDays(-7));
        group.BecomeChartered(Day(sample.SunsetInDays), started.AddDays(-7));
        group.Activate(started);
        foreach (var milestone in sample.Milestones)
        {
            var planned = group.Plan(milestone.Title.ToText(), Day(milestone.DueInDays));
            if (milestone.State == "done") planned.DoneOn = planned.Due;
        }
        db.Add(group);
        db.Publish(group.Changed(), started);
        await db.SaveChangesAsync(cancel);
    }

    private DateTimeOffset DaysAgo(int days) => Now.AddDays(-days);

    private DateOnly Day(int fromToday) => DateOnly.FromDateTime(Now.UtcDateTime).AddDays(fromToday);

    internal static async Task<SampleGroup[]> ReadAsync(CancellationToken cancel)
    {
        await using var json = typeof(SampleGroups).Assembly.GetManifestResourceStream("IJJO.WorkingGroups.Samples.groups.json")!;
        return (await JsonSerializer.DeserializeAsync<SampleGroup[]>(json, JsonSerializerOptions.Web, cancel))!;
    }
}
