using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.Platform.Timeline;

/// <summary>A party that was erased: what is still on its way about it does not reach the timeline any more. It is a number that nothing else has.</summary>
internal sealed class ErasedParty
{
    public Guid PartyId { get; init; }
    public DateTimeOffset ErasedAt { get; init; }

    internal static void Configure(EntityTypeBuilder<ErasedParty> row)
    {
        row.ToTable("erased_parties");
        row.HasKey(r => r.PartyId);
    }
}
