using IJJO.Platform.Boards;
using IJJO.Platform.Site;
using IJJO.Platform.Timeline;
using IJJO.Platform.Vocabularies;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Data;

/// <summary>The platform's own schema: vocabularies, settings, saved views and who follows them, the timeline, actions under way, and the keys that protect cookies.</summary>
public sealed class PlatformDb(DbContextOptions<PlatformDb> options) : ModuleDbContext(options), IDataProtectionKeyContext
{
    internal DbSet<TermRow> Terms => Set<TermRow>();

    internal DbSet<Setting> Settings => Set<Setting>();

    internal DbSet<TimelineRow> Timeline => Set<TimelineRow>();

    internal DbSet<BulkRun> Runs => Set<BulkRun>();

    internal DbSet<BulkRow> RunRows => Set<BulkRow>();

    internal DbSet<SavedView> SavedViews => Set<SavedView>();

    internal DbSet<DefaultView> DefaultViews => Set<DefaultView>();

    internal DbSet<ViewFeed> ViewFeeds => Set<ViewFeed>();

    internal DbSet<ViewAlert> ViewAlerts => Set<ViewAlert>();

    internal DbSet<SeenRow> SeenRows => Set<SeenRow>();

    /// <inheritdoc />
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc />
    protected override void Configure(ModelBuilder model)
    {
        TermRow.Configure(model.Entity<TermRow>());
        TermItem.Configure(model.Entity<TermItem>());
        TermLabel.Configure(model.Entity<TermLabel>());
        Setting.Configure(model.Entity<Setting>());
        TimelineRow.Configure(model.Entity<TimelineRow>());
        ErasedParty.Configure(model.Entity<ErasedParty>());
        BulkRun.Configure(model.Entity<BulkRun>());
        BulkRow.Configure(model.Entity<BulkRow>());
        SavedView.Configure(model.Entity<SavedView>());
        ViewRow.Configure(model.Entity<ViewRow>());
        DefaultView.Configure(model.Entity<DefaultView>());
        ViewFeed.Configure(model.Entity<ViewFeed>());
        ViewAlert.Configure(model.Entity<ViewAlert>());
        SeenRow.Configure(model.Entity<SeenRow>());
        model.Entity<DataProtectionKey>();
    }
}
