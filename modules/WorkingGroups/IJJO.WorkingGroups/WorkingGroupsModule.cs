using IJJO.Platform;
using IJJO.WorkingGroups;
using IJJO.WorkingGroups.Decisions;
using IJJO.WorkingGroups.Discussion;
using IJJO.WorkingGroups.Groups;
using IJJO.WorkingGroups.Members;
using IJJO.WorkingGroups.Outputs;
using IJJO.WorkingGroups.Parties;
using IJJO.WorkingGroups.Samples;
using Microsoft.Extensions.DependencyInjection;

[assembly: Module("working-groups", "Working groups")]

namespace IJJO.WorkingGroups;

/// <summary>Working groups: charters, members, discussion, decisions, and outputs that become advances.</summary>
public sealed class WorkingGroupsModule : IModule
{
    public void Configure(IModuleBuilder module)
    {
        module.Services
            .AddScoped<GroupAccess>().AddScoped<Welcome>().AddScoped<Joining>().AddScoped<Posting>().AddScoped<OutputFields>().AddScoped<NextSteps>();
        module
            .Database<WorkingGroupsDb>()
            .Permissions(WorkingGroupsPermissions.All)
            .EntitySet<WorkingGroupsDb, GroupRow>("Groups", GroupRow.Query, WorkingGroupsPermissions.Read, GroupRow.Describe)
            .EntitySet<WorkingGroupsDb, MemberRow>("Members", MemberRow.Query, WorkingGroupsPermissions.Read, MemberRow.Describe)
            .EntitySet<WorkingGroupsDb, ContactRow>("Contacts", ContactRow.Query, WorkingGroupsPermissions.Convene, ContactRow.Describe)
            .EntitySet<WorkingGroupsDb, ThreadRow>("Threads", ThreadRow.Query, WorkingGroupsPermissions.Convene, ThreadRow.Describe)
            .EntitySet<WorkingGroupsDb, PostRow>("Posts", PostRow.Query, WorkingGroupsPermissions.Convene, PostRow.Describe)
            .EntitySet<WorkingGroupsDb, DecisionRow>("Decisions", DecisionRow.Query, WorkingGroupsPermissions.Read, DecisionRow.Describe)
            .EntitySet<WorkingGroupsDb, OutputRow>("Outputs", OutputRow.Query, WorkingGroupsPermissions.Read, OutputRow.Describe)
            .Pages()
            .PublicLink("navigation.groups", "/{lang}/groups", 40)
            .StaffLink("navigation.new-group", "/staff/working-groups/new", WorkingGroupsPermissions.Manage, 190)
            .Slot<CaseMemberships>(Slots.Case, 40, WorkingGroupsPermissions.Read)
            .Handles<PartyChanged, WhenPartyChanged>()
            .Handles<ProposalSubmitted, WhenProposalSubmitted>()
            .Handles<OfferAnswered, WhenOfferAnswered>()
            .Handles<PartyErased, WhenPartyErased>()
            .Job<RemindOfSunset>("sunset-reminders", Cron.Daily(6))
            .Duties<WorkingGroupsDuties>()
            .PersonalData<WorkingGroupsPersonalData>()
            .SampleData<SampleGroups>()
            .SampleData<SampleWork>();
    }
}
