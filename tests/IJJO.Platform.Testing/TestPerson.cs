using System.Text.Json;

namespace IJJO.Platform.Testing;

/// <summary>Who a test is.</summary>
/// <param name="Name">The name.</param>
/// <param name="StaffId">A staff account.</param>
/// <param name="PartyId">A party that came by a mailed link.</param>
/// <param name="Permissions">The permissions of the staff account.</param>
public sealed record TestPerson(string Name, Guid? StaffId, Guid? PartyId, IReadOnlyList<string> Permissions)
{
    /// <summary>A member of staff with these permissions.</summary>
    /// <param name="name">The name.</param>
    /// <param name="permissions">The permissions.</param>
    /// <returns>The person.</returns>
    public static TestPerson Staff(string name, params IReadOnlyList<string> permissions) => new(name, Guid.CreateVersion7(), null, permissions);

    /// <summary>A participant.</summary>
    /// <param name="name">The name.</param>
    /// <param name="partyId">The party.</param>
    /// <returns>The person.</returns>
    public static TestPerson Participant(string name, Guid partyId) => new(name, null, partyId, []);

    internal string ToHeader() => Uri.EscapeDataString(JsonSerializer.Serialize(this));

    internal static TestPerson Read(string header) => JsonSerializer.Deserialize<TestPerson>(Uri.UnescapeDataString(header))!;
}
