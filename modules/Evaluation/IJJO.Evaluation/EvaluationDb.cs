using IJJO.Evaluation.Assessments;
using IJJO.Evaluation.Assignments;
using IJJO.Evaluation.Cases;
using IJJO.Evaluation.Decisions;
using IJJO.Evaluation.Groups;
using IJJO.Evaluation.Rubrics;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation;

internal sealed class EvaluationDb(DbContextOptions<EvaluationDb> options) : ModuleDbContext(options)
{
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<Sender> Senders => Set<Sender>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<ConflictOfInterest> Conflicts => Set<ConflictOfInterest>();
    public DbSet<EvaluatorProfile> Evaluators => Set<EvaluatorProfile>();
    public DbSet<Criterion> Criteria => Set<Criterion>();
    public DbSet<RubricEdition> Rubrics => Set<RubricEdition>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<LineAssessment> LineAssessments => Set<LineAssessment>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Group> Groups => Set<Group>();

    protected override void Configure(ModelBuilder model)
    {
        model.Entity<Case>(row =>
        {
            row.ToTable("cases").ComplexProperty(c => c.Texts);
            row.ComplexProperty(c => c.BlindTexts);
            row.Property(c => c.Reference).HasMaxLength(40);
            row.Property(c => c.State).HasMaxLength(20);
            row.Property(c => c.Version).IsRowVersion();
            row.HasMany(c => c.Assignments).WithOne().HasForeignKey(a => a.CaseId);
            row.HasIndex(c => new { c.State, c.SubmittedAt });
            row.HasIndex(c => c.PartyId);
        });
        model.Entity<Sender>().ToTable("senders");
        model.Entity<Assignment>(row =>
        {
            row.ToTable("assignments").Property(a => a.State).HasMaxLength(20);
            row.Property(a => a.Version).IsRowVersion();
            // One evaluator scores a case once; whoever declined may be asked again.
            row.HasIndex(a => new { a.CaseId, a.EvaluatorId }).IsUnique().HasFilter("state in ('open', 'done')");
            row.HasIndex(a => new { a.EvaluatorId, a.State, a.DueAt });
        });
        model.Entity<ConflictOfInterest>().ToTable("conflicts").HasIndex(c => new { c.CaseId, c.EvaluatorId }).IsUnique();
        model.Entity<EvaluatorProfile>().ToTable("evaluators");
        model.Entity<Group>().ToTable("groups").Property(g => g.Titles).AsJson();
        model.Entity<Criterion>(row =>
        {
            row.ToTable("criteria").HasIndex(c => new { c.LineOfWork, c.Code }).IsUnique();
            row.ComplexProperty(c => c.Label);
            row.ComplexProperty(c => c.Hint);
            row.ComplexProperty(c => c.Steps);
            row.Property(c => c.Version).IsRowVersion();
        });
        model.Entity<RubricEdition>(row =>
        {
            row.ToTable("rubrics").HasIndex(r => new { r.LineOfWork, r.Number }).IsUnique();
            // A document is simpler than two more tables, which nothing would query.
            row.Property(r => r.Criteria).AsJson();
        });
        model.Entity<Assessment>(row =>
        {
            row.ToTable("assessments").Property(a => a.State).HasMaxLength(20);
            row.Property(a => a.Version).IsRowVersion();
            row.HasMany(a => a.Lines).WithOne().HasForeignKey(l => l.AssessmentId);
            row.HasOne<Assignment>().WithOne().HasForeignKey<Assessment>(a => a.Id);
            row.HasIndex(a => a.CaseId);
        });
        model.Entity<LineAssessment>(row =>
        {
            row.ToTable("line_assessments").HasIndex(l => new { l.AssessmentId, l.LineOfWork }).IsUnique();
            row.Property(l => l.Scores).AsJson();
            row.Property(l => l.ProposalScore).HasPrecision(4, 2);
            row.Property(l => l.ProfileScore).HasPrecision(4, 2);
            row.Property(l => l.Total).HasPrecision(4, 2);
            row.HasOne<RubricEdition>().WithMany().HasForeignKey(l => l.RubricId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Decision>(row =>
        {
            row.ToTable("decisions").Property(d => d.State).HasMaxLength(20);
            row.Property(d => d.Version).IsRowVersion();
            row.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId);
            // At most one decision of a case stands or waits.
            row.HasIndex(d => d.CaseId).IsUnique().HasFilter("state in ('pending', 'applied')");
        });
    }
}
