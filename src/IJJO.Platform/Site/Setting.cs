using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Site;

/// <summary>One setting of the site: a text or JSON.</summary>
internal sealed class Setting
{
    public required string Key { get; init; }
    public required string Value { get; set; }
    public uint Version { get; private set; }

    internal static void Configure(EntityTypeBuilder<Setting> row)
    {
        row.ToTable("setting");
        row.HasKey(r => r.Key);
        row.Property(r => r.Key).HasMaxLength(80);
        row.Property(r => r.Version).IsRowVersion();
    }
}
