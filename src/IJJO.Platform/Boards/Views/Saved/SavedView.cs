using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.Platform.Boards;

/// <summary>A list as somebody has left it, under a name: the options of its address. It outlives the account of its owner where it is shared.</summary>
internal sealed class SavedView
{
    public const int LongestName = 80, LongestQuery = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OwnerId { get; init; }
    public required string Module { get; init; }
    public required string Set { get; init; }

    /// <summary>What reading the set asks for; <see cref="ViewPermissions"/> keeps it current, so that rights on views are part of their query.</summary>
    public string? Permission { get; set; }

    public required string Name { get; set; }
    public required string Query { get; set; }
    public string Sharing { get; set; } = ViewSharing.Private;

    /// <summary>The name of the role, where it is shared with one.</summary>
    public string? SharedRole { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
    public uint Version { get; private set; }

    internal static void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("saved_view");
        view.Property(v => v.Module).HasMaxLength(40);
        view.Property(v => v.Set).HasMaxLength(100);
        view.Property(v => v.Permission).HasMaxLength(120);
        view.Property(v => v.Name).HasMaxLength(LongestName);
        view.Property(v => v.Query).HasMaxLength(LongestQuery);
        view.Property(v => v.Sharing).HasMaxLength(10);
        view.Property(v => v.SharedRole).HasMaxLength(256);
        view.Property(v => v.Version).IsRowVersion();
        view.HasIndex(v => new { v.OwnerId, v.Module, v.Set, v.Name }).IsUnique();
        view.HasIndex(v => new { v.Module, v.Set });
    }
}

/// <summary>Who else sees a view: those who may read its set, or of these the ones with a role.</summary>
internal static class ViewSharing
{
    public const string Private = "private", Everyone = "everyone", Role = "role";
}

/// <summary>The view with which a list opens for somebody who asks for none.</summary>
internal sealed class DefaultView
{
    public required Guid AccountId { get; init; }
    public required string Module { get; init; }
    public required string Set { get; init; }
    public required string View { get; set; }

    internal static void Configure(EntityTypeBuilder<DefaultView> view)
    {
        view.ToTable("default_view").HasKey(v => new { v.AccountId, v.Module, v.Set });
        view.Property(v => v.Module).HasMaxLength(40);
        view.Property(v => v.Set).HasMaxLength(100);
        view.Property(v => v.View).HasMaxLength(100);
    }
}
