namespace IJJO.Platform;

/// <summary>
/// Makes the links by which participants sign in: the mailed page shows one button, and only pressing it signs in. There is no password.
/// </summary>
/// <example><code>
/// var to = new Participant(party.Id, party.Name, party.Email, party.Language);
/// var link = await links.CreateAsync(to, $"/{party.Language}/groups/{group.Slug}", TimeSpan.FromDays(30), cancel);
/// </code></example>
public interface IParticipantLinks
{
    /// <summary>Makes a link that is valid from the moment this returns.</summary>
    /// <param name="participant">Who it signs in.</param>
    /// <param name="path">Where it leads afterwards, a path of this site such as <c>/es/groups/…</c>.</param>
    /// <param name="lifetime">How long it can be used.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The absolute address.</returns>
    Task<Uri> CreateAsync(Participant participant, string path, TimeSpan lifetime, CancellationToken cancel);
}

/// <summary>Finds the party behind an address. Submissions implements it.</summary>
/// <example><code>if (await parties.FindByEmailAsync(command.Email, cancel) is not { } party) return Result.NotFound();</code></example>
public interface IPartyDirectory
{
    /// <summary>The party that confirmed this address.</summary>
    /// <param name="email">The address, compared without regard to case.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>It, or <c>null</c>.</returns>
    Task<Participant?> FindByEmailAsync(string email, CancellationToken cancel);

    /// <summary>The party with this id.</summary>
    /// <param name="partyId">The party.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>It, or <c>null</c>.</returns>
    Task<Participant?> FindAsync(Guid partyId, CancellationToken cancel);
}

/// <summary>A party that can sign in.</summary>
/// <param name="PartyId">The party.</param>
/// <param name="Name">The name it is addressed by.</param>
/// <param name="Email">The address.</param>
/// <param name="Language">The preferred language.</param>
/// <example><code>new Participant(party.Id, party.Name, party.Email, "es")</code></example>
public sealed record Participant(Guid PartyId, string Name, string Email, string Language);
