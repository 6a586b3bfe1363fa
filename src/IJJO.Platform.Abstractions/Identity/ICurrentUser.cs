namespace IJJO.Platform;

/// <summary>Who is asking: a member of staff, a participant who came by a mailed link, or a visitor.</summary>
/// <example><code>if (user.StaffId is not { } staffId || !user.Has("evaluation.assess")) return Result.Forbidden();</code></example>
public interface ICurrentUser
{
    /// <summary>The staff account, if it is one.</summary>
    Guid? StaffId { get; }

    /// <summary>The party, if it is a participant.</summary>
    Guid? PartyId { get; }

    /// <summary>The name to show; empty for a visitor.</summary>
    string Name { get; }

    /// <summary>The language of the request: es, en or fr.</summary>
    string Language { get; }

    /// <summary>Whether this person has a permission; participants and visitors have none.</summary>
    /// <param name="permission">The permission's key.</param>
    /// <returns>Whether.</returns>
    bool Has(string permission);
}
