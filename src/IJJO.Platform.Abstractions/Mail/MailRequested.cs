using System.Text.Json;

namespace IJJO.Platform;

/// <summary>A mail was asked for. It waits in the outbox while no module sends mail.</summary>
/// <param name="Template">See <see cref="Mail"/>.</param>
/// <param name="Intent">See <see cref="Mail"/>.</param>
/// <param name="ToAddress">See <see cref="Mail"/>.</param>
/// <param name="ToName">See <see cref="Mail"/>.</param>
/// <param name="Language">See <see cref="Mail"/>.</param>
/// <param name="Model">The model as JSON.</param>
/// <param name="PartyId">See <see cref="Mail"/>.</param>
/// <param name="CaseId">See <see cref="Mail"/>.</param>
/// <example><code>
/// internal sealed class WhenMailRequested(OutreachDb db) : IHandle&lt;MailRequested&gt;
/// {
///     public Task HandleAsync(MailRequested e, CancellationToken cancel) { db.Add(Delivery.For(e)); return Task.CompletedTask; }
/// }
/// </code></example>
[EventName("platform.mail-requested.v1", Waits = true)]
public sealed record MailRequested(
    string Template, string Intent, string ToAddress, string ToName, string Language, JsonElement Model, Guid? PartyId, Guid? CaseId);
