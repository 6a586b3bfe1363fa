namespace IJJO.Platform;

/// <summary>Exports and erases what a module holds about one party (GDPR Art. 15, 17, 20).</summary>
/// <example><code>
/// internal sealed class OutreachPersonalData(OutreachDb db) : IPersonalData
/// {
///     public async Task&lt;IReadOnlyDictionary&lt;string, object&gt;&gt; ExportAsync(Guid partyId, CancellationToken cancel) =&gt;
///         new Dictionary&lt;string, object&gt; { ["messages"] = await db.Messages.Where(m =&gt; m.PartyId == partyId).ToListAsync(cancel) };
///
///     public async Task&lt;IReadOnlyDictionary&lt;string, int&gt;&gt; EraseAsync(Guid partyId, CancellationToken cancel) =&gt;
///         new Dictionary&lt;string, int&gt; { ["messages"] = await db.Messages.Where(m =&gt; m.PartyId == partyId).ExecuteDeleteAsync(cancel) };
/// }
/// </code></example>
public interface IPersonalData
{
    /// <summary>Everything the module holds about the party, ready for JSON.</summary>
    /// <param name="partyId">The party.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Named parts, each a plain object or list.</returns>
    Task<IReadOnlyDictionary<string, object>> ExportAsync(Guid partyId, CancellationToken cancel);

    /// <summary>Erases it, keeping rows that statistics need without the person in them.</summary>
    /// <param name="partyId">The party.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>How many rows of which table were erased or made anonymous.</returns>
    Task<IReadOnlyDictionary<string, int>> EraseAsync(Guid partyId, CancellationToken cancel);
}

/// <summary>Classifies a property that holds personal data: why it is kept, on which basis, for how long.</summary>
/// <param name="purpose">Why, in a few words.</param>
/// <param name="basis">The legal basis.</param>
/// <param name="retentionDays">Days after the case is closed; 0 for as long as the account or profile exists.</param>
/// <example><code>[Personal("contact the sender", LegalBasis.Consent, 730)] public required string Email { get; set; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute(string purpose, LegalBasis basis, int retentionDays) : Attribute
{
    /// <summary>Why it is kept.</summary>
    public string Purpose { get; } = purpose;

    /// <summary>The legal basis.</summary>
    public LegalBasis Basis { get; } = basis;

    /// <summary>Days after the case is closed; 0 for as long as the account or profile exists.</summary>
    public int RetentionDays { get; } = retentionDays;
}

/// <summary>The legal bases of GDPR Art. 6(1) that the platform uses.</summary>
public enum LegalBasis
{
    /// <summary>Consent, Art. 6(1)(a).</summary>
    Consent,

    /// <summary>A contract or steps before one, Art. 6(1)(b).</summary>
    Contract,

    /// <summary>A legal duty, Art. 6(1)(c).</summary>
    LegalObligation,

    /// <summary>Legitimate interests, Art. 6(1)(f).</summary>
    LegitimateInterest,
}
