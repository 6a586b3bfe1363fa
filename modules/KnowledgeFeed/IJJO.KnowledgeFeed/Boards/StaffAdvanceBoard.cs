using IJJO.KnowledgeFeed.Advances;
using IJJO.Platform;

namespace IJJO.KnowledgeFeed.Boards;

internal static class StaffAdvanceBoard
{
    internal static void Describe(Board<StaffAdvanceRow> board) => Actions(Shape(board));

    private static Board<StaffAdvanceRow> Shape(Board<StaffAdvanceRow> board) => board
        .Title(a => a.Title, a => a.Type)
        .Columns(a => a.Title, a => a.Type, a => a.State, a => a.Countries, a => a.GroupTitle, a => a.ChangedAt)
        .Search(a => a.Title, a => a.GroupTitle)
        .Filters(a => a.State, a => a.Type, a => a.Country, a => a.OriginalLanguage, a => a.IsOutdated, a => a.PublishedAt)
        .OrderBy("ChangedAt desc")
        .Vocabulary(a => a.Type, Vocabulary.AdvanceType)
        .Vocabulary(a => a.DocumentType, Vocabulary.DocumentType)
        .Vocabulary(a => a.OriginalLanguage, Vocabulary.Language)
        .Vocabulary(a => a.Languages, Vocabulary.Language)
        .Vocabulary(a => a.Themes, Vocabulary.Theme)
        .Vocabulary(a => a.Country, Vocabulary.Country)
        .Vocabulary(a => a.Countries, Vocabulary.Country)
        .State(a => a.State)
        .State(a => a.LawStatus)
        .LongText(a => a.WithdrawalReason)
        .View("drafts", "State eq 'draft'", "CreatedAt desc")
        .View("in-review", "State eq 'in-review'", "ChangedAt")
        .View("scheduled", "State eq 'scheduled'", "PublishAt")
        .View("published", "State eq 'published' or State eq 'corrected'", "PublishedAt desc")
        .View("withdrawn", "State eq 'withdrawn'", "ChangedAt desc")
        .Figure("in-review", "State eq 'in-review'")
        .Figure("published", "State eq 'published' or State eq 'corrected'")
        .Figure("outdated", "IsOutdated eq true")
        .Trend("published-lately", a => a.PublishedAt, "State eq 'published' or State eq 'corrected'")
        .Chart("by-type", ChartKind.Donut, a => a.Type, "State eq 'published' or State eq 'corrected'")
        .Chart("by-country", ChartKind.Map, a => a.Country, "State eq 'published' or State eq 'corrected'")
        .Chart("per-month", ChartKind.Line, a => a.PublishedAt, "State eq 'published' or State eq 'corrected'")
        .OnHome("published-lately", "per-month")
        .RecordPage("/staff/knowledge-feed/advances/{Id}");

    private static void Actions(Board<StaffAdvanceRow> board) => board
        .SetAction<CreateAdvance>("create", KnowledgeFeedPermissions.Edit, new Dictionary<string, BoardChoice>
        {
            [nameof(CreateAdvance.Type)] = new(Vocabulary.AdvanceType),
            [nameof(CreateAdvance.DocumentType)] = new(Vocabulary.DocumentType),
            [nameof(CreateAdvance.OriginalLanguage)] = new(Vocabulary.Language),
        })
        .Action<SubmitForReview>("submit-for-review", KnowledgeFeedPermissions.Edit, c => c.AdvanceId, "State eq 'draft'", bulk: true)
        .Action<Publish>("publish", KnowledgeFeedPermissions.Publish, c => c.AdvanceId, "State eq 'in-review' or State eq 'scheduled'", bulk: true)
        .Action<ReturnToDraft>("return-to-draft", KnowledgeFeedPermissions.Publish, c => c.AdvanceId, "State eq 'in-review' or State eq 'scheduled'")
        .Action<Correct>("correct", KnowledgeFeedPermissions.Publish, c => c.AdvanceId, "State eq 'published' or State eq 'corrected'")
        .Action<Withdraw>("withdraw", KnowledgeFeedPermissions.Publish, c => c.AdvanceId, "State ne 'withdrawn'");
}
