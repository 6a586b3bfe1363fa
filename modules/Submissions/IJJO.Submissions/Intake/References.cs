using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Intake;

/// <summary>The last number given out in a year.</summary>
internal sealed class ReferenceCounter
{
    public required int Year { get; init; }
    public int Last { get; init; }
}

/// <summary>Gives out public numbers. A number may be lost with a failed save, but none is given twice.</summary>
internal sealed class References(SubmissionsDb db, TimeProvider clock)
{
    public async Task<string> NextAsync(CancellationToken cancel, int? inYear = null)
    {
        var year = inYear ?? clock.GetUtcNow().Year;
        var numbers = await db.Database.SqlQuery<int>(
            $"""
             INSERT INTO submissions.reference_counters AS c (year, last) VALUES ({year}, 1)
             ON CONFLICT (year) DO UPDATE SET last = c.last + 1
             RETURNING c.last AS "Value"
             """).ToListAsync(cancel);
        return string.Create(CultureInfo.InvariantCulture, $"S-{year}-{numbers[0]:00000}");
    }
}
