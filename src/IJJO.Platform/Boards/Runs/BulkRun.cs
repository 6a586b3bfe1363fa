using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Primitives;

namespace IJJO.Platform.Boards;

/// <summary>An action on many rows that is carried out in the background, as it was asked for. Removed a week after it is finished.</summary>
internal sealed class BulkRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Module { get; init; }
    public required string Set { get; init; }
    public required string Action { get; init; }
    public required Guid StaffId { get; init; }

    public required string Language { get; init; }

    /// <summary>The form as it was sent.</summary>
    public required Dictionary<string, string[]> Fields { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }

    public IFormCollection Form() => new FormCollection(Fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));

    internal static void Configure(EntityTypeBuilder<BulkRun> run)
    {
        run.ToTable("bulk_run");
        run.Property(r => r.Module).HasMaxLength(40);
        run.Property(r => r.Set).HasMaxLength(80);
        run.Property(r => r.Action).HasMaxLength(80);
        run.Property(r => r.Language).HasMaxLength(10);
        run.Property(r => r.Fields).AsJson();
        run.Property(r => r.CreatedAt).HasDefaultValueSql("now()");
    }
}

/// <summary>One row of a run: waiting, done, or refused.</summary>
internal sealed class BulkRow
{
    public required Guid RunId { get; init; }
    public required int Position { get; init; }
    public required string Key { get; init; }

    /// <summary>The version that the person has looked at.</summary>
    public long? Version { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Why it was refused, in the language of who asked.</summary>
    public string? Refusal { get; init; }

    internal static void Configure(EntityTypeBuilder<BulkRow> row)
    {
        row.ToTable("bulk_row");
        row.HasKey(r => new { r.RunId, r.Position });
        row.HasOne<BulkRun>().WithMany().HasForeignKey(r => r.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
