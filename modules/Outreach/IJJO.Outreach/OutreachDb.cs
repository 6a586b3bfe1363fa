using IJJO.Outreach.Answers;
using IJJO.Outreach.Deliveries;
using IJJO.Outreach.Messages;
using IJJO.Outreach.Recipients;
using IJJO.Outreach.Suppressions;
using IJJO.Outreach.Templates;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach;

/// <summary>The schema "outreach".</summary>
public sealed class OutreachDb(DbContextOptions<OutreachDb> options) : ModuleDbContext(options)
{
    public DbSet<Message> Messages => Set<Message>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();
    public DbSet<JournalEntry> Journal => Set<JournalEntry>();
    public DbSet<Recipient> Recipients => Set<Recipient>();
    public DbSet<Suppression> Suppressions => Set<Suppression>();
    public DbSet<EditedTemplate> Templates => Set<EditedTemplate>();

    protected override void Configure(ModelBuilder model)
    {
        model.Entity<Delivery>(delivery =>
        {
            delivery.ToTable("delivery");
            delivery.HasIndex(d => new { d.Campaign, d.Recipient, d.Step }).IsUnique();
            // What the pump and the watch ask every few seconds.
            delivery.HasIndex(d => d.NextTryAt).HasFilter("state IN ('queued', 'deferred')").HasDatabaseName("ix_delivery_due");
            delivery.HasIndex(d => d.LeasedUntil).HasFilter("state IN ('claimed', 'dot_pending')").HasDatabaseName("ix_delivery_leased");
            delivery.HasIndex(d => d.CaseId);
            delivery.HasIndex(d => d.PartyId);
            delivery.HasIndex(d => d.MessageId);
            delivery.Property(d => d.Campaign).HasMaxLength(200);
            delivery.Property(d => d.Recipient).HasMaxLength(320);
            delivery.Property(d => d.Step).HasMaxLength(200);
            delivery.Property(d => d.Class).HasMaxLength(20);
            delivery.Property(d => d.State).HasMaxLength(20);
            delivery.Property(d => d.ToName).HasMaxLength(200);
            delivery.Property(d => d.Language).HasMaxLength(10);
            delivery.Property(d => d.Subject).HasMaxLength(200);
            delivery.Property(d => d.HeldModel).HasColumnType("jsonb");
            delivery.Property(d => d.CreatedAt).HasDefaultValueSql("now()");
        });
        model.Entity<JournalEntry>(entry =>
        {
            entry.ToTable("journal");
            entry.HasOne<Delivery>().WithMany().HasForeignKey(e => e.DeliveryId).OnDelete(DeleteBehavior.Cascade);
            entry.Property(e => e.State).HasMaxLength(20);
            entry.Property(e => e.At).HasDefaultValueSql("now()");
        });
        model.Entity<Message>(message =>
        {
            message.ToTable("message");
            message.Property(m => m.Version).IsRowVersion();
            message.HasIndex(m => m.DecisionId).IsUnique();
            message.HasIndex(m => m.CaseId);
            message.HasIndex(m => m.PartyId);
            message.HasIndex(m => m.State);
            message.Property(m => m.State).HasMaxLength(20);
            message.Property(m => m.Template).HasMaxLength(200);
            message.Property(m => m.Model).HasColumnType("jsonb");
            message.Property(m => m.Subject).HasMaxLength(200);
        });
        model.Entity<Offer>(offer =>
        {
            offer.ToTable("offer");
            offer.HasKey(o => o.DecisionId);
            offer.Property(o => o.Version).IsRowVersion();
            offer.HasIndex(o => o.TokenHash).IsUnique();
            offer.HasIndex(o => o.PartyId);
            offer.HasIndex(o => o.CaseId);
        });
        model.Entity<Recipient>(recipient =>
        {
            recipient.ToTable("recipient");
            recipient.HasKey(r => r.PartyId);
            recipient.Property(r => r.Email).HasMaxLength(320);
        });
        model.Entity<EditedTemplate>(template =>
        {
            template.ToTable("template");
            template.Property(t => t.Version).IsRowVersion();
            template.Property(t => t.Id).HasMaxLength(220);
            template.Property(t => t.Template).HasMaxLength(200);
            template.Property(t => t.Language).HasMaxLength(10);
            template.Property(t => t.Subject).HasMaxLength(200);
            template.Ignore(t => t.Source);
        });
        model.Entity<Suppression>(suppression =>
        {
            suppression.ToTable("suppression");
            suppression.HasIndex(s => new { s.Address, s.Scope }).IsUnique();
            suppression.Property(s => s.Address).HasMaxLength(320);
            suppression.Property(s => s.Scope).HasMaxLength(20);
            suppression.Property(s => s.Reason).HasMaxLength(40);
        });
    }
}
