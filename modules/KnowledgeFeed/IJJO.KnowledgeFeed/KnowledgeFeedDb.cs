using IJJO.KnowledgeFeed.Advances;
using IJJO.KnowledgeFeed.Reading;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace IJJO.KnowledgeFeed;

/// <summary>The schema <c>knowledge_feed</c>.</summary>
public sealed class KnowledgeFeedDb(DbContextOptions<KnowledgeFeedDb> options) : ModuleDbContext(options)
{
    public DbSet<Advance> Advances => Set<Advance>();

    protected override void Configure(ModelBuilder model)
    {
        model.Entity<Advance>(advance =>
        {
            advance.HasIndex(a => a.Slug).IsUnique();
            // The same output offered twice is one draft.
            advance.HasIndex(a => a.OutputId).IsUnique();
            advance.HasIndex(a => new { a.State, a.PublishedAt });
            advance.HasIndex(a => a.BroaderThemes).HasMethod("gin");
            advance.HasIndex(a => a.Countries).HasMethod("gin");
            advance.HasIndex(a => a.CaseIds).HasMethod("gin");
            advance.Property(a => a.Slug).HasMaxLength(100);
            advance.Property(a => a.State).HasMaxLength(20);
            advance.OwnsMany(a => a.Credits, credit => credit.ToJson());
            advance.OwnsMany(a => a.Corrections, correction => correction.ToJson());
            advance.HasMany(a => a.Versions).WithOne().HasForeignKey(v => v.AdvanceId);
            advance.HasOne<Advance>().WithMany().HasForeignKey(a => a.ReplacedById).OnDelete(DeleteBehavior.SetNull);
            advance.Property(a => a.Version).IsRowVersion();
        });
        model.Entity<LanguageVersion>(version =>
        {
            version.ToTable("advance_versions");
            version.HasKey(v => new { v.AdvanceId, v.Language });
            version.Property(v => v.Language).HasMaxLength(12);
            version.Property<NpgsqlTsVector>("Search").HasComputedColumnSql(FullText.Column, stored: true);
            version.HasIndex("Search").HasMethod("gin");
        });
    }
}
