using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Parties;

internal static class CurrentConsents
{
    /// <summary>The purposes that a party consents to: the last answer to each counts.</summary>
    public static async Task<IReadOnlyList<string>> OfPartyAsync(this IQueryable<Consent> consents, Guid partyId, CancellationToken cancel) =>
        await consents.Where(c => c.PartyId == partyId)
            .GroupBy(c => c.Purpose)
            .Select(answers => answers.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).First())
            .Where(last => last.Given)
            .Select(last => last.Purpose)
            .ToListAsync(cancel);
}
