using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Parties;

internal static class CurrentConsents
{
    /// <summary>The purposes that a party consents to: the last answer to each counts.</summary>
    public static async Task<IReadOnlyList<string>> OfPartyAsync(this IQueryable<Consent> consents, Guid partyId, CancellationToken cancel)
    {
        var answers = await consents.Where(c => c.PartyId == partyId).OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => new { c.Purpose, c.Given }).ToListAsync(cancel);
        return [.. answers.GroupBy(answer => answer.Purpose).Where(purpose => purpose.Last().Given).Select(purpose => purpose.Key)];
    }
}
