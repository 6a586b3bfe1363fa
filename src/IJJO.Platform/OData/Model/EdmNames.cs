using System.Text;

namespace IJJO.Platform.OData;

/// <summary>OData identifiers allow no hyphen: <c>working-groups</c> becomes <c>workingGroups</c>.</summary>
internal static class EdmNames
{
    public static string Camel(string kebab)
    {
        var name = new StringBuilder(kebab.Length);
        foreach (var part in kebab.Split('-', StringSplitOptions.RemoveEmptyEntries))
            name.Append(name.Length == 0 ? char.ToLowerInvariant(part[0]) : char.ToUpperInvariant(part[0])).Append(part.AsSpan(1));
        return name.ToString();
    }

    /// <summary>The members of commands appear in bodies as in the command; the first letter is small in parameters.</summary>
    public static string Parameter(string member) => member.Length == 0 ? member : char.ToLowerInvariant(member[0]) + member[1..];

    /// <summary><c>WithdrawProposal</c> becomes <c>withdraw-proposal</c>.</summary>
    public static string Kebab(string pascal)
    {
        var name = new StringBuilder(pascal.Length + 4);
        foreach (var letter in pascal)
        {
            if (char.IsUpper(letter) && name.Length > 0) name.Append('-');
            name.Append(char.ToLowerInvariant(letter));
        }
        return name.ToString();
    }

    /// <summary><c>ProposalRow</c> is <c>Proposal</c> to clients.</summary>
    public static string TypeOf(Type row) => row.Name.Length > 3 && row.Name.EndsWith("Row", StringComparison.Ordinal) ? row.Name[..^3] : row.Name;
}
