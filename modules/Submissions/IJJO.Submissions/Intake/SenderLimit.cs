using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace IJJO.Submissions.Intake;

/// <summary>A day's count of one sender, under a hash that cannot be undone once the day's salt is gone.</summary>
internal sealed class SenderCount
{
    public required DateOnly Day { get; init; }
    public required byte[] Hash { get; init; }
    public int Count { get; init; }
}

/// <summary>The salt of one day, deleted on the next.</summary>
internal sealed class DaySalt
{
    public required DateOnly Day { get; init; }
    public required byte[] Salt { get; init; }
}

/// <summary>Counts what comes from one network or goes to one address on one day, without keeping either.</summary>
internal sealed class SenderLimit(SubmissionsDb db, TimeProvider clock, IConfiguration configuration)
{
    /// <summary>From one network; a university or a ministry behind one address may need more (<c>Submissions:ProposalsPerDay</c>).</summary>
    public int ProposalsPerDay => configuration.GetValue("Submissions:ProposalsPerDay", 10);

    /// <summary>To one address, of the kind that anybody may ask for.</summary>
    public const int MailsPerDay = 5;

    /// <summary>Counts once more and tells whether it is still within the limit. It is counted at once, outside the caller's transaction.</summary>
    public async Task<bool> AllowsAsync(string what, string? sender, int perDay, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var salt = await SaltAsync(today, cancel);
        var hash = HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes($"{what}|{sender}"));
        var counts = await db.Database.SqlQuery<int>(
            $"""
             INSERT INTO submissions.sender_counts AS c (day, hash, count) VALUES ({today}, {hash}, 1)
             ON CONFLICT (day, hash) DO UPDATE SET count = c.count + 1
             RETURNING c.count AS "Value"
             """).ToListAsync(cancel);
        return counts[0] <= perDay;
    }

    private async Task<byte[]> SaltAsync(DateOnly day, CancellationToken cancel)
    {
        // Read first: writing the one row of the day would let every form wait for the one before it, and for the disk once more.
        var known = await db.Database.SqlQuery<byte[]>($"""SELECT salt AS "Value" FROM submissions.day_salts WHERE day = {day}""").ToListAsync(cancel);
        if (known is [var salt]) return salt;

        var candidate = RandomNumberGenerator.GetBytes(32);
        // Several hosts may be first on a day; the row that is there wins.
        var salts = await db.Database.SqlQuery<byte[]>(
            $"""
             INSERT INTO submissions.day_salts AS s (day, salt) VALUES ({day}, {candidate})
             ON CONFLICT (day) DO UPDATE SET day = s.day
             RETURNING s.salt AS "Value"
             """).ToListAsync(cancel);
        return salts[0];
    }
}
