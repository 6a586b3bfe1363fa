using System.Text.Json;
using IJJO.Outreach.Answers;
using IJJO.Outreach.Templates;
using IJJO.Platform;

namespace IJJO.Outreach.Messages;

/// <summary>What was decided about a proposal.</summary>
[EventName("evaluation.decided.v1")]
internal sealed record EvaluationDecided(
    Guid DecisionId, Guid CaseId, Guid PartyId, string Reference, string Outcome, string? Action, Guid? GroupId, string? GroupTitle, string Reason, string DecidedBy);

/// <summary>A decision becomes a draft in the party's language, and an offer where one is made.</summary>
internal sealed class WhenEvaluationDecided(OutreachDb db, DraftText draft, IVocabularies vocabularies, TimeProvider clock) : IHandle<EvaluationDecided>
{
    public async Task HandleAsync(EvaluationDecided e, CancellationToken cancel)
    {
        var recipient = await db.Recipients.FindAsync([e.PartyId], cancel)
            ?? throw new InvalidOperationException($"Party {e.PartyId} is not known yet; the message is drafted when its data have arrived.");

        var isOffer = e.Outcome == "action-offered";
        if (isOffer)
        {
            db.Add(new Offer
            {
                DecisionId = e.DecisionId, CaseId = e.CaseId, PartyId = e.PartyId, Action = e.Action ?? "", IsGroup = e.GroupId is not null, GroupId = e.GroupId,
                GroupTitle = e.GroupTitle, Reason = e.Reason, Reference = e.Reference,
            });
        }

        var model = new DecisionModel(
            recipient.Name, recipient.EntityName, e.Reference, e.Action is null ? null : vocabularies.Find(Vocabulary.Action, e.Action)?.Label(recipient.Language) ?? e.Action,
            e.GroupTitle, e.Reason, isOffer ? draft.PlaceholderLink(recipient.Language) : null);
        var message = new Message
        {
            Id = Guid.CreateVersion7(), DecisionId = e.DecisionId, CaseId = e.CaseId, PartyId = e.PartyId, Reference = e.Reference, Outcome = e.Outcome,
            Template = TemplateFor(e), Language = recipient.Language, ToName = recipient.Name, Model = JsonSerializer.Serialize(model, TemplateModel.Json),
            DecidedBy = e.DecidedBy, CreatedAt = clock.GetUtcNow(),
        };
        draft.Fill(message);
        db.Add(message);
        db.Publish(new MessageDrafted(message.Id, message.CaseId, message.PartyId, message.Subject));
    }

    private static string TemplateFor(EvaluationDecided e) => e.Outcome switch
    {
        "action-offered" => e.GroupId is not null ? "outreach.offer-group" : "outreach.offer-action",
        "roster" => "outreach.decision-roster",
        "referred" => "outreach.decision-referred",
        _ => "outreach.decision-declined",
    };
}

/// <summary>What the templates of decisions can use.</summary>
internal sealed record DecisionModel(string Name, string? EntityName, string Reference, string? Action, string? GroupTitle, string Reason, string? AnswerLink);
