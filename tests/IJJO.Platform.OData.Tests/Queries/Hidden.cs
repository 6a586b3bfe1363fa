using IJJO.Platform.Testing;

namespace IJJO.Platform.OData.Tests;

/// <summary>What each reader may not see, as SQL that changes it. Texts are turned round, so that lengths and keys stay; numbers and days move.</summary>
internal static class Hidden
{
    private const string Submissions = """
        UPDATE submissions.proposals SET name = reverse(name), email = reverse(email), country = reverse(country), text = reverse(text), sent_at = sent_at - interval '3 days', state = reverse(state);
        UPDATE submissions.parties SET name = reverse(name), email = reverse(email), country = reverse(country);
        """;

    private const string Outreach = """
        UPDATE outreach.message SET subject = reverse(subject), state = reverse(state);
        UPDATE outreach.delivery SET state = reverse(state), fence = fence + 1;
        """;

    private const string Drafts = """
        UPDATE knowledge_feed.advance_versions v SET title = reverse(title), summary = reverse(summary) FROM knowledge_feed.advances a WHERE a.id = v.advance_id AND a.state NOT IN ('published', 'corrected');
        UPDATE knowledge_feed.advances SET year = year - 7, type = reverse(type), countries = '{ZZ}', changed_at = changed_at - interval '9 days' WHERE state NOT IN ('published', 'corrected');
        UPDATE knowledge_feed.advances SET created_by_name = reverse(created_by_name), published_by_name = reverse(published_by_name), case_ids = '{}', group_id = gen_random_uuid(), created_at = created_at - interval '2 days';
        """;

    private const string Groups = "UPDATE working_groups.members SET display_name = reverse(display_name), message = reverse(message), is_listed = NOT is_listed; UPDATE working_groups.parties SET name = reverse(name), email = reverse(email); UPDATE working_groups.posts SET text = reverse(text);";

    private const string Cases = "UPDATE evaluation.cases SET sender_name = reverse(sender_name), entity_name = reverse(entity_name), texts_proposal = reverse(texts_proposal), state = reverse(state), decided_at = decided_at - interval '1 day';";

    private const string Decisions = "UPDATE evaluation.decisions SET reason = reverse(reason), outcome = reverse(outcome), decided_by = reverse(decided_by);";

    private static string Scores(Guid? me, bool readsAll) => $"""
        CREATE TEMP TABLE hidden AS SELECT id FROM evaluation.assessments a WHERE a.evaluator_id <> '{me}' AND NOT (a.state = 'submitted'
            AND NOT EXISTS (SELECT FROM evaluation.assignments m WHERE m.case_id = a.case_id AND m.evaluator_id = '{me}' AND m.state = 'open')
            AND ({readsAll} OR EXISTS (SELECT FROM evaluation.assignments m WHERE m.case_id = a.case_id AND m.evaluator_id = '{me}' AND m.state = 'done')));
        UPDATE evaluation.line_assessments SET total = total + 1, proposal_score = 1, profile_score = 2, flags = '{"{safety}"}' WHERE assessment_id IN (SELECT id FROM hidden);
        UPDATE evaluation.assessments SET comment = reverse(comment), evaluator_name = reverse(evaluator_name), saved_at = saved_at - interval '1 day' WHERE id IN (SELECT id FROM hidden);
        DROP TABLE hidden;
        """;

    private static string OthersAssignments(Guid? me) => $"UPDATE evaluation.assignments SET evaluator_name = reverse(evaluator_name), assigned_by = reverse(assigned_by), decline_reason = reverse(decline_reason), due_at = due_at + interval '4 days' WHERE evaluator_id <> '{me}';";

    private static string OthersViews(Guid? me) => $"UPDATE platform.saved_view SET name = reverse(name), query = reverse(query), set = reverse(set), changed_at = changed_at - interval '5 days' WHERE sharing = 'private' AND owner_id IS DISTINCT FROM {(me is null ? "NULL" : $"'{me}'")};";

    public static IReadOnlyList<(string Name, TestPerson? Who, string Sql)> Readers(People people)
    {
        var (first, second) = (people.Evaluators[0], people.Evaluators[1]);
        var coordinator = people[Roles.Coordinator]!;
        // Somebody who coordinates and still owes a score of their own.
        var owing = coordinator with { StaffId = first.StaffId };
        (string, TestPerson?, string)[] readers =
        [
            (People.Visitor, null, Submissions + Outreach + Drafts + Groups + Cases + Decisions),
            ("an evaluator", first, Submissions + Outreach + Groups + Cases + Decisions + Scores(first.StaffId, false) + OthersAssignments(first.StaffId)),
            ("another evaluator", second, Scores(second.StaffId, false) + OthersAssignments(second.StaffId) + Cases),
            (Roles.Coordinator, owing, Scores(owing.StaffId, true)),
            (Roles.Editor, people[Roles.Editor], Submissions + Outreach + Cases + Decisions + "UPDATE working_groups.parties SET name = reverse(name), email = reverse(email); UPDATE working_groups.posts SET text = reverse(text); UPDATE working_groups.members SET message = reverse(message);"),
            (Roles.Convener, people[Roles.Convener], Submissions + Outreach + Cases + Decisions),
            (Roles.DataProtectionOfficer, people[Roles.DataProtectionOfficer], Cases + Decisions + Groups + Drafts),
        ];
        return [.. readers.Select(reader => (reader.Item1, reader.Item2, reader.Item3 + OthersViews(reader.Item2?.StaffId)))];
    }
}
