using IJJO.Platform;

namespace IJJO.WorkingGroups.Parties;

/// <summary>The few facts of a party that its groups need: a copy, kept current by events. Only conveners of its groups read it.</summary>
public sealed class Party
{
    public required Guid Id { get; init; }

    [Personal("address members and show conveners who they are", LegalBasis.Contract, 730)]
    public required string Name { get; set; }

    [Personal("show on whose behalf a member takes part", LegalBasis.Contract, 730)]
    public string? EntityName { get; set; }

    [Personal("write to members", LegalBasis.Contract, 730)]
    public string? Email { get; set; }

    public string Language { get; set; } = "en";

    [Personal("show where the members of a group come from", LegalBasis.Contract, 730)]
    public string? Country { get; set; }

    /// <summary>The latest case, which a request to join is put on.</summary>
    public Guid? CaseId { get; set; }
}
