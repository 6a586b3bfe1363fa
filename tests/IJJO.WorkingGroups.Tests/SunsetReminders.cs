using IJJO.Platform;
using IJJO.Platform.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.WorkingGroups.Tests;

public sealed class SunsetReminders(GroupsHost groups)
{
    [Fact]
    public async Task The_convener_is_reminded_once_of_each_sunset()
    {
        var group = await groups.ActiveGroupAsync("Ending soon");
        var convener = await groups.MemberAsync(group, "Cora Convener");
        await groups.RunAsync("UPDATE working_groups.members SET role = 'Convener' WHERE party_id = $1", convener.PartyId!.Value);
        await groups.RunAsync("UPDATE working_groups.groups SET sunset = current_date + 10 WHERE id = $1", group.Id);

        await RunJobAsync();
        await RunJobAsync();

        Assert.Equal(1, await groups.ScalarAsync<long>(
            "SELECT count(*) FROM working_groups.__outbox WHERE payload->>'template' = 'working-groups.sunset' AND payload->>'partyId' = $1", convener.PartyId.ToString()!));
    }

    [Fact]
    public async Task What_is_stuck_is_a_duty_of_who_leads_the_group()
    {
        var group = await groups.ActiveGroupAsync("Stuck here");
        await groups.RunAsync("UPDATE working_groups.groups SET sunset = current_date + 10 WHERE id = $1", group.Id);

        var record = await groups.Host.Browser(GroupsHost.Coordinator).OpenAsync($"/staff/working-groups/groups/{group.Id}");

        Assert.Contains("Renew or close", record.Text);
    }

    // The job's class lives in the module's own load context, so it is found by its declaration.
    private async Task RunJobAsync()
    {
        await using var scope = groups.Host.Services.CreateAsyncScope();
        var module = scope.ServiceProvider.GetRequiredService<IModuleCatalog>().Running.Single(module => module.Key == "working-groups");
        var job = module.Declared<JobDeclaration>().Single(job => job.Name == "sunset-reminders");
        await ((IJob)scope.ServiceProvider.GetRequiredService(job.Job)).RunAsync(null, CancellationToken.None);
    }
}
