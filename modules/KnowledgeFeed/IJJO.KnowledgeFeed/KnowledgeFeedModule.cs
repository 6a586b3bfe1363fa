using IJJO.KnowledgeFeed;
using IJJO.KnowledgeFeed.Advances;
using IJJO.KnowledgeFeed.Boards;
using IJJO.KnowledgeFeed.Editing;
using IJJO.KnowledgeFeed.Feeds;
using IJJO.KnowledgeFeed.Reading;
using IJJO.KnowledgeFeed.Samples;
using IJJO.Platform;
using Microsoft.Extensions.DependencyInjection;

[assembly: Module("knowledge-feed", "Knowledge feed")]

namespace IJJO.KnowledgeFeed;

/// <summary>The advances of the field: drafted, reviewed, published, corrected and withdrawn; read as pages, feeds and data.</summary>
public sealed class KnowledgeFeedModule : IModule
{
    public void Configure(IModuleBuilder module)
    {
        module.Services.AddScoped<AdvanceRules>().AddScoped<Coverage>().AddScoped<AdvanceSearches>().AddScoped<Suggestions>().AddScoped<Terms>().AddScoped<JsonLd>().AddScoped<FeedDocuments>();
        module.Services.AddOptions<PublishingOptions>().BindConfiguration(PublishingOptions.Section);

        module.Database<KnowledgeFeedDb>()
            .Permissions(KnowledgeFeedPermissions.All)
            .EntitySet<KnowledgeFeedDb, AdvanceRow>("Advances", AdvanceRow.Query, permission: null, AdvanceRow.Describe)
            .EntitySet<KnowledgeFeedDb, StaffAdvanceRow>("AllAdvances", StaffAdvanceRow.Query, KnowledgeFeedPermissions.Read, StaffAdvanceBoard.Describe)
            .Pages()
            .Endpoints(FeedEndpoints.Map)
            .PublicLink("nav.advances", "/{lang}/advances", order: 20)
            .Slot<LatestAdvances>(Slots.Home, order: 20)
            .Slot<FeedLinks>(Slots.PublicHead)
            .Slot<CasePanel>(Slots.Case, order: 50, KnowledgeFeedPermissions.Read)
            .Duties<KnowledgeFeedDuties>()
            .Handles<OutputOffered, WhenOutputOffered>()
            .Job<PublishScheduled>("publish-scheduled", Cron.Minutely())
            .ReferenceData<TrigramExtension>()
            .SampleData<SampleAdvances>();
    }
}
