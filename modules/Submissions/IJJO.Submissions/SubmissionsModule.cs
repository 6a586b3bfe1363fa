using IJJO.Platform;
using IJJO.Submissions;
using IJJO.Submissions.Follow;
using IJJO.Submissions.Intake;
using IJJO.Submissions.Jobs;
using IJJO.Submissions.Links;
using IJJO.Submissions.Pages;
using IJJO.Submissions.Parties;
using IJJO.Submissions.Proposals;
using IJJO.Submissions.Samples;
using Microsoft.Extensions.DependencyInjection;

[assembly: Module("submissions", "Submissions")]

namespace IJJO.Submissions;

/// <summary>Parties and their proposals: the form, the receipt, the status page and the inbox.</summary>
public sealed class SubmissionsModule : IModule
{
    public void Configure(IModuleBuilder module)
    {
        module.Services
            .AddScoped<IPartyDirectory, PartyDirectory>()
            .AddScoped<ProposalRules>().AddScoped<Suspicion>().AddScoped<SenderLimit>().AddScoped<References>().AddSingleton<FormTokens>()
            .AddScoped<ConsentTexts>().AddScoped<Receipt>().AddScoped<OpenLink>();

        module.Database<SubmissionsDb>()
            .Permissions(SubmissionsPermissions.All)
            .EntitySet<SubmissionsDb, ProposalRow>("Proposals", ProposalRow.Query, SubmissionsPermissions.Read, ProposalBoard.Describe)
            .EntitySet<SubmissionsDb, ProposalLineRow>("ProposalLines", ProposalLineRow.Query, SubmissionsPermissions.Read, ProposalLineRow.Describe)
            .EntitySet<SubmissionsDb, PartyRow>("Parties", PartyRow.Query, SubmissionsPermissions.Read, PartyBoard.Describe)
            .Pages()
            .Endpoints(ExportEndpoint.Map)
            .PublicLink("nav.collaborate", "/{lang}/collaborate", order: 10)
            .Slot<HomeBlock>(Slots.Home, order: 10)
            .Slot<CasePanel>(Slots.Case, order: 10, SubmissionsPermissions.Read)
            .Duties<SubmissionsDuties>()
            .Handles<CaseAssigned, WhenCaseAssigned>()
            .Handles<Decided, WhenDecided>()
            .Handles<Reopened, WhenReopened>()
            .Handles<MessageSent, WhenMessageSent>()
            .Handles<OfferAnswered, WhenOfferAnswered>()
            .Handles<MemberJoined, WhenMemberJoined>()
            .Job<Purge>("purge", Cron.Daily(hour: 3))
            .Job<RemindDrafts>("draft-reminders", Cron.Daily(hour: 8))
            .PersonalData<SubmissionsPersonalData>()
            .SampleData<SampleProposals>()
            .SampleData<SampleEndings>();
    }
}
