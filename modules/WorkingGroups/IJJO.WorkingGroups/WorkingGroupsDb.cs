using IJJO.Platform;
using IJJO.WorkingGroups.Decisions;
using IJJO.WorkingGroups.Discussion;
using IJJO.WorkingGroups.Groups;
using IJJO.WorkingGroups.Members;
using IJJO.WorkingGroups.Outputs;
using IJJO.WorkingGroups.Parties;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.WorkingGroups;

internal sealed class WorkingGroupsDb(DbContextOptions<WorkingGroupsDb> options) : ModuleDbContext(options)
{
    public DbSet<Group> Groups => Set<Group>();
    public DbSet<CharterVersion> CharterVersions => Set<CharterVersion>();
    public DbSet<Milestone> Milestones => Set<Milestone>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Party> Parties => Set<Party>();
    public DbSet<DiscussionThread> Threads => Set<DiscussionThread>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<GroupDecision> Decisions => Set<GroupDecision>();
    public DbSet<Output> Outputs => Set<Output>();

    /// <summary>The cases of a group's active members: whose timelines its events belong to.</summary>
    public Task<Guid[]> CasesOfAsync(Guid groupId, CancellationToken cancel) =>
        Members.Where(member => member.GroupId == groupId && member.State == MemberState.Active && member.CaseId != null)
            .Select(member => member.CaseId!.Value).Distinct().ToArrayAsync(cancel);

    protected override void Configure(ModelBuilder model)
    {
        model.Entity<Group>(group =>
        {
            group.HasIndex(g => g.Slug).IsUnique();
            group.Property(g => g.Slug).HasMaxLength(60);
            group.Property(g => g.State).HasConversion<string>().HasMaxLength(20);
            group.Property(g => g.LineOfWork).HasMaxLength(60);
            group.Property(g => g.Version).IsRowVersion();
            group.ComplexProperty(g => g.Title, text => Lengths(text, 200));
            group.ComplexProperty(g => g.Purpose, text => Lengths(text, 2000));
            group.HasMany(g => g.Charter).WithOne().HasForeignKey(version => version.GroupId);
            group.HasMany(g => g.Milestones).WithOne().HasForeignKey(milestone => milestone.GroupId);
        });
        model.Entity<CharterVersion>(version =>
        {
            version.ToTable("charter_versions");
            version.Property(v => v.Id).ValueGeneratedNever();
            version.HasIndex(v => new { v.GroupId, v.Number }).IsUnique();
            version.ComplexProperty(v => v.Text, text => Lengths(text, 20_000));
        });
        model.Entity<Milestone>(milestone =>
        {
            milestone.Property(m => m.Id).ValueGeneratedNever();
            milestone.ComplexProperty(m => m.Title, text => Lengths(text, 200));
        });
        model.Entity<Member>(member =>
        {
            // One row per party and group for ever: an event that comes twice finds the first one's row.
            member.HasIndex(m => new { m.GroupId, m.PartyId }).IsUnique();
            member.HasIndex(m => m.PartyId);
            member.HasIndex(m => m.CaseId);
            member.HasOne<Group>().WithMany().HasForeignKey(m => m.GroupId);
            member.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
            member.Property(m => m.Role).HasConversion<string>().HasMaxLength(20);
            member.Property(m => m.DisplayAs).HasConversion<string>().HasMaxLength(20);
            member.Property(m => m.DisplayName).HasMaxLength(300);
            member.Property(m => m.Pseudonym).HasMaxLength(100);
            member.Property(m => m.Version).IsRowVersion();
        });
        model.Entity<Party>(party => party.Property(p => p.Id).ValueGeneratedNever());
        model.Entity<DiscussionThread>(thread =>
        {
            thread.ToTable("threads");
            thread.HasIndex(t => new { t.GroupId, t.LastPostAt });
            thread.HasOne<Group>().WithMany().HasForeignKey(t => t.GroupId);
            thread.Property(t => t.Title).HasMaxLength(200);
        });
        model.Entity<Post>(post =>
        {
            post.HasIndex(p => new { p.ThreadId, p.PostedAt });
            post.HasIndex(p => p.MemberId);
            post.HasOne<DiscussionThread>().WithMany().HasForeignKey(p => p.ThreadId);
            post.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId);
        });
        model.Entity<GroupDecision>(decision =>
        {
            decision.ToTable("decisions");
            decision.HasIndex(d => new { d.GroupId, d.Number }).IsUnique();
            decision.HasOne<Group>().WithMany().HasForeignKey(d => d.GroupId);
            decision.Property(d => d.Outcome).HasConversion<string>().HasMaxLength(20);
            decision.ComplexProperty(d => d.Title, text => Lengths(text, 200));
            decision.ComplexProperty(d => d.Text, text => Lengths(text, 10_000));
        });
        model.Entity<Output>(output =>
        {
            output.HasOne<Group>().WithMany().HasForeignKey(o => o.GroupId);
            output.HasMany(o => o.Credits).WithOne().HasForeignKey(credit => credit.OutputId);
            output.Property(o => o.Title).HasMaxLength(300);
            output.Property(o => o.Version).IsRowVersion();
        });
        model.Entity<Credit>(credit =>
        {
            credit.ToTable("credits");
            credit.HasKey(c => new { c.OutputId, c.MemberId });
            credit.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId);
        });
    }

    private static void Lengths(ComplexPropertyBuilder<LocalText> text, int length)
    {
        text.Property(t => t.En).HasMaxLength(length);
        text.Property(t => t.Es).HasMaxLength(length);
        text.Property(t => t.Fr).HasMaxLength(length);
    }
}
