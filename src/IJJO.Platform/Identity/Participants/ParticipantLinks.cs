using System.Security.Claims;
using IJJO.Platform.OData;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Identity;

internal sealed class ParticipantLinks(IdentityDb db, ISite site, TimeProvider clock, AfterCommit afterCommit) : IParticipantLinks
{
    public async Task<Uri> CreateAsync(Participant participant, string path, TimeSpan lifetime, CancellationToken cancel)
    {
        if (!LocalPath.IsLocal(path)) throw new ArgumentException("A link leads to a path of this site.", nameof(path));
        var secret = Secret.New();
        var link = new ParticipantLink
        {
            Hash = Secret.Hash(secret),
            PartyId = participant.PartyId,
            Name = participant.Name,
            Path = path,
            ExpiresAt = clock.GetUtcNow() + lifetime,
        };
        await afterCommit.DoAsync(() =>
        {
            db.ParticipantLinks.Add(link);
            return db.SaveChangesAsync(cancel);
        });
        var language = site.Languages.Contains(participant.Language) ? participant.Language : site.Languages[0];
        return site.Address($"/{language}/enter/{secret}");
    }

    /// <summary>The link behind a secret if it still works.</summary>
    internal Task<ParticipantLink?> FindAsync(string secret, CancellationToken cancel)
    {
        var hash = Secret.Hash(secret);
        var now = clock.GetUtcNow();
        return db.ParticipantLinks.AsNoTracking().FirstOrDefaultAsync(link => link.Hash == hash && link.ExpiresAt > now, cancel);
    }

    internal static Task SignInAsync(HttpContext http, ParticipantLink link, string language) => http.SignInAsync(Schemes.Participant, new ClaimsPrincipal(
        new ClaimsIdentity([new(Rights.Party, link.PartyId.ToString()), new(Rights.PartyName, link.Name), new(Rights.Language, language)], Schemes.Participant)));
}
