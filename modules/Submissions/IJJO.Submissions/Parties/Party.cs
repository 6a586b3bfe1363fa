using IJJO.Platform;

namespace IJJO.Submissions.Parties;

/// <summary>A person, or a person who speaks for an entity, known by a confirmed address. Every module means this record by a party's id.</summary>
internal sealed class Party
{
    public required Guid Id { get; init; }

    public string Kind { get; private set; } = "";

    [Personal("address the party", LegalBasis.Consent, 0)]
    public string Name { get; private set; } = "";

    /// <summary>Lower case; <c>null</c> once erased.</summary>
    [Personal("contact the party", LegalBasis.Consent, 0)]
    public string? Email { get; private set; }

    [Personal("know for whom the party speaks", LegalBasis.Consent, 0)]
    public string? EntityName { get; private set; }

    public string? OrganisationType { get; private set; }
    public string? Profession { get; private set; }
    public string Country { get; private set; } = "";
    public string Language { get; private set; } = "";
    public required DateTimeOffset KnownSince { get; init; }
    public DateTimeOffset? ErasedAt { get; private set; }
    public uint Version { get; private set; }

    /// <summary>Takes the details of the latest proposal that this address has confirmed or edited.</summary>
    /// <returns>Whether anything is different.</returns>
    public bool TakeFrom(Proposals.Proposal proposal)
    {
        var before = Details;
        Kind = proposal.Kind;
        Name = proposal.Name;
        Email = proposal.Email;
        EntityName = proposal.EntityName;
        OrganisationType = proposal.OrganisationType;
        Profession = proposal.Profession;
        Country = proposal.Country;
        Language = proposal.Language;
        return before != Details;
    }

    public void Erase(DateTimeOffset now)
    {
        (Name, Email, EntityName, Profession) = ("", null, null, null);
        ErasedAt = now;
    }

    private (string, string, string?, string?, string?, string?, string, string) Details =>
        (Kind, Name, Email, EntityName, OrganisationType, Profession, Country, Language);
}
