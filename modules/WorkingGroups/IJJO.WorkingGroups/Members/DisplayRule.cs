using IJJO.WorkingGroups.Parties;

namespace IJJO.WorkingGroups.Members;

/// <summary>A choice of name must be one that can be honoured.</summary>
internal static class DisplayRule
{
    public const int PseudonymLength = 100;

    public static Problems Check(DisplayAs choice, string? pseudonym, Party party) => new Problems()
        .Text("Pseudonym", pseudonym, PseudonymLength, required: choice == DisplayAs.Pseudonym)
        .When(choice == DisplayAs.Entity && string.IsNullOrWhiteSpace(party.EntityName), "DisplayAs", "working-groups.no-entity");
}
