using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach.Deliveries;

/// <summary>
/// The only place that moves a delivery. Each step is one statement that also writes the journal, on the database's clock, and names the fence under
/// which the row was claimed: when another host has taken the row over, the statement changes nothing and the caller must stop.
/// </summary>
internal sealed class Ledger(OutreachDb db)
{
    /// <summary>How long a claim lasts without a heartbeat.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    /// <summary>Inserts a delivery unless the same intent is already there. Joins the transaction of the context.</summary>
    internal async Task<bool> InsertAsync(Delivery d, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"""
            WITH new AS (
                INSERT INTO outreach.delivery (id, campaign, recipient, step, class, to_name, language, subject, content, held_model, party_id, case_id,
                    message_id, state, fence, due_at, next_try_at, attempts, ambiguities, last_error, created_at)
                VALUES ({d.Id}, {d.Campaign}, {d.Recipient}, {d.Step}, {d.Class}, {d.ToName}, {d.Language}, {d.Subject}, {d.Content}, {d.HeldModel}::jsonb,
                    {d.PartyId}, {d.CaseId}, {d.MessageId}, {d.State}, 0, {d.DueAt}, {d.NextTryAt}, 0, 0, {d.LastError}, now())
                ON CONFLICT (campaign, recipient, step) DO NOTHING
                RETURNING id, state, last_error)
            INSERT INTO outreach.journal (delivery_id, fence, state, note, at) SELECT id, 0, state, last_error, now() FROM new
            """, cancel) == 1;

    /// <summary>Takes one due delivery. Reads the partial index on next_try_at; rows that other hosts are taking are skipped, not waited for.</summary>
    internal async Task<Claim?> ClaimAsync(Guid owner, CancellationToken cancel)
    {
        var claimed = await db.Database.SqlQuery<Claim>($"""
            WITH due AS (
                SELECT id FROM outreach.delivery
                WHERE state IN ('queued', 'deferred') AND next_try_at <= now()
                ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED),
            mine AS (
                UPDATE outreach.delivery d
                SET state = 'claimed', owner = {owner}, fence = d.fence + 1, leased_until = now() + {Lease}
                FROM due WHERE d.id = due.id
                RETURNING d.*),
            noted AS (
                INSERT INTO outreach.journal (delivery_id, fence, state, at) SELECT id, fence, state, now() FROM mine)
            SELECT id, fence, recipient, content, class, campaign, subject, party_id, case_id, message_id, attempts, due_at FROM mine
            """).ToListAsync(cancel);
        return claimed.SingleOrDefault();
    }

    /// <summary>Keeps a claim alive.</summary>
    /// <returns>Whether it still is ours.</returns>
    internal async Task<bool> BeatAsync(Claim claim, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"""
            UPDATE outreach.delivery SET leased_until = now() + {Lease}
            WHERE id = {claim.Id} AND fence = {claim.Fence} AND state IN ('claimed', 'dot_pending')
            """, cancel) == 1;

    /// <summary>Notes that the next thing sent is the final dot; refuses when the claim is lost or the address has been suppressed since.</summary>
    internal async Task<bool> DotAsync(Claim claim, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"""
            WITH mine AS (
                UPDATE outreach.delivery d SET state = 'dot_pending', leased_until = now() + {Lease}
                WHERE d.id = {claim.Id} AND d.fence = {claim.Fence} AND d.state = 'claimed' AND NOT EXISTS (
                    SELECT 1 FROM outreach.suppression s
                    WHERE s.address = d.recipient AND s.scope IN ('all', d.class) AND (s.expires_at IS NULL OR s.expires_at > now()))
                RETURNING d.id, d.fence, d.state)
            INSERT INTO outreach.journal (delivery_id, fence, state, at) SELECT id, fence, state, now() FROM mine
            """, cancel) == 1;

    /// <summary>Writes how an attempt ended, with the server's words, and when a deferred one is tried again.</summary>
    /// <returns>Whether the claim was still ours.</returns>
    internal async Task<bool> SettleAsync(Claim claim, string state, string? note, TimeSpan? retryAfter, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"""
            WITH mine AS (
                UPDATE outreach.delivery d
                SET state = {state}, last_error = CASE WHEN {state} = 'accepted' THEN NULL ELSE {note} END, owner = NULL, leased_until = NULL,
                    attempts = d.attempts + 1, ambiguities = d.ambiguities + CASE WHEN {state} = 'ambiguous' THEN 1 ELSE 0 END,
                    next_try_at = now() + {retryAfter ?? TimeSpan.Zero},
                    settled_at = CASE WHEN {state} IN ('accepted', 'rejected', 'suppressed') THEN now() END
                WHERE d.id = {claim.Id} AND d.fence = {claim.Fence} AND d.state IN ('claimed', 'dot_pending')
                RETURNING d.id, d.fence, d.state)
            INSERT INTO outreach.journal (delivery_id, fence, state, note, at) SELECT id, fence, state, {note}, now() FROM mine
            """, cancel) == 1;

    /// <summary>
    /// Frees the rows of hosts that died. Before the dot nothing was sent: the row waits again. At the dot nobody knows: it is counted as ambiguous, and
    /// sent again at once (confirmations) or kept for a person. The fence rises, so that a host that only slept cannot write any more.
    /// </summary>
    /// <returns>How many rows were freed.</returns>
    internal async Task<int> RecoverAsync(CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"""
            WITH dead AS (
                SELECT id, state FROM outreach.delivery
                WHERE state IN ('claimed', 'dot_pending') AND leased_until < now()
                FOR UPDATE SKIP LOCKED),
            freed AS (
                UPDATE outreach.delivery d
                SET fence = d.fence + 1, owner = NULL, leased_until = NULL, next_try_at = LEAST(d.next_try_at, now()),
                    ambiguities = d.ambiguities + CASE WHEN dead.state = 'dot_pending' THEN 1 ELSE 0 END,
                    state = CASE WHEN dead.state = 'dot_pending' AND d.class <> 'confirmation' THEN 'ambiguous' ELSE 'queued' END
                FROM dead WHERE d.id = dead.id
                RETURNING d.id, d.fence, d.state, dead.state AS was)
            INSERT INTO outreach.journal (delivery_id, fence, state, note, at)
            SELECT id, fence, CASE WHEN was = 'dot_pending' THEN 'ambiguous' ELSE state END,
                CASE WHEN was = 'dot_pending' THEN 'The host ended at the final dot.' ELSE 'The host ended before the final dot; nothing was sent.' END, now()
            FROM freed
            """, cancel);

    /// <summary>Calls a delivery back that no host has taken.</summary>
    internal async Task<bool> CancelAsync(Guid id, CancellationToken cancel) => await MoveAsync(id, "cancelled", ["queued", "deferred", "held"], null, cancel);

    /// <summary>Sends one again whose fate is unknown or that was kept back; a person has decided so.</summary>
    internal async Task<bool> ResendAsync(Guid id, string by, CancellationToken cancel) =>
        await MoveAsync(id, "queued", ["ambiguous"], $"Sent again by {by}.", cancel);

    /// <summary>Takes one whose fate was unknown as arrived; a person has found out.</summary>
    internal async Task<bool> ConfirmAsync(Guid id, string by, CancellationToken cancel) =>
        await MoveAsync(id, "accepted", ["ambiguous"], $"Found to have arrived by {by}.", cancel);

    /// <summary>Lets one go that was kept back, with the bytes that could now be made.</summary>
    internal async Task<bool> ReleaseAsync(Delivery d, string by, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"""
            WITH freed AS (
                UPDATE outreach.delivery SET state = 'queued', fence = fence + 1, subject = {d.Subject}, content = {d.Content}, held_model = NULL, last_error = NULL,
                    due_at = now(), next_try_at = now()
                WHERE id = {d.Id} AND state = 'held'
                RETURNING id, fence)
            INSERT INTO outreach.journal (delivery_id, fence, state, note, at) SELECT id, fence, 'queued', {$"Rendered again for {by}."}, now() FROM freed
            """, cancel) == 1;

    /// <summary>Takes everything of a party out of the queue that has not reached the dot, and the person out of all its rows. The intent stays used.</summary>
    internal async Task<int> ForgetAsync(Guid partyId, string? address, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"""
            UPDATE outreach.delivery
            SET recipient = 'erased:' || id, to_name = '', subject = '', content = NULL, held_model = NULL, last_error = NULL, fence = fence + 1, owner = NULL,
                state = CASE WHEN state IN ('held', 'queued', 'claimed', 'deferred', 'ambiguous') THEN 'cancelled' WHEN state = 'dot_pending' THEN 'accepted' ELSE state END
            WHERE party_id = {partyId} OR recipient = {address}
            """, cancel);

    private async Task<bool> MoveAsync(Guid id, string to, string[] from, string? note, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"""
            WITH moved AS (
                UPDATE outreach.delivery d SET state = {to}, fence = d.fence + 1, next_try_at = CASE WHEN {to} = 'queued' THEN now() ELSE d.next_try_at END,
                    settled_at = CASE WHEN {to} <> 'queued' THEN now() END
                WHERE d.id = {id} AND d.state = ANY({from})
                RETURNING d.id, d.fence, d.state)
            INSERT INTO outreach.journal (delivery_id, fence, state, note, at) SELECT id, fence, state, {note}, now() FROM moved
            """, cancel) == 1;
}
