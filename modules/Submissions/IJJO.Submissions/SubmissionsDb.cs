using IJJO.Platform;
using IJJO.Submissions.Drafts;
using IJJO.Submissions.Intake;
using IJJO.Submissions.Links;
using IJJO.Submissions.Parties;
using IJJO.Submissions.Proposals;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions;

/// <summary>The schema "submissions".</summary>
internal sealed class SubmissionsDb(DbContextOptions<SubmissionsDb> options) : ModuleDbContext(options)
{
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<Party> Parties => Set<Party>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<AccessLink> Links => Set<AccessLink>();

    protected override void Configure(ModelBuilder model)
    {
        model.Entity<Proposal>(proposal =>
        {
            proposal.HasIndex(p => p.Reference).IsUnique();
            proposal.HasIndex(p => p.SubmissionKey).IsUnique();
            proposal.HasIndex(p => p.PartyId);
            proposal.HasIndex(p => p.Email);
            proposal.HasIndex(p => new { p.State, p.SentAt });
            proposal.Property(p => p.Version).IsRowVersion();
        });
        model.Entity<Party>(party =>
        {
            party.HasIndex(p => p.Email).IsUnique();
            party.Property(p => p.Version).IsRowVersion();
        });
        model.Entity<Consent>(consent =>
        {
            consent.HasOne<Proposal>().WithMany().HasForeignKey(c => c.ProposalId).OnDelete(DeleteBehavior.Cascade);
            consent.HasIndex(c => new { c.PartyId, c.Purpose, c.At });
        });
        model.Entity<Draft>(draft =>
        {
            draft.HasIndex(d => d.SubmissionKey).IsUnique();
            draft.HasIndex(d => d.Email);
            draft.Property(d => d.Fields).AsJson();
        });
        model.Entity<AccessLink>(link =>
        {
            link.ToTable("access_links");
            link.HasIndex(l => l.TokenHash).IsUnique();
            link.HasOne<Proposal>().WithMany().HasForeignKey(l => l.ProposalId).OnDelete(DeleteBehavior.Cascade);
            link.HasOne<Draft>().WithMany().HasForeignKey(l => l.DraftId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SenderCount>().ToTable("sender_counts").HasKey(c => new { c.Day, c.Hash });
        model.Entity<DaySalt>().ToTable("day_salts").HasKey(s => s.Day);
        var counter = model.Entity<ReferenceCounter>().ToTable("reference_counters");
        counter.HasKey(c => c.Year);
        counter.Property(c => c.Year).ValueGeneratedNever();
    }
}
