using IJJO.Platform.Testing;
using Npgsql;

namespace IJJO.Platform.Tests;

/// <summary>The sample data of all five modules, as a first look at the site finds them.</summary>
public sealed class SampleStoryTests(SampleStoryTests.SampleSite site) : IClassFixture<SampleStoryTests.SampleSite>
{
    [Fact]
    public async Task Nobody_of_the_samples_has_a_password()
    {
        Assert.InRange((await ListAsync("SELECT email FROM identity.account")).Count, 6, 100);
        Assert.Empty(await ListAsync("SELECT email FROM identity.account WHERE password_hash IS NOT NULL"));
    }

    [Fact]
    public async Task The_samples_tell_one_story_in_every_module()
    {
        await Eventually.IsTrueAsync(
            async () => Equals(1L, await Sql.ScalarAsync(site.Host, "SELECT count(*) FROM evaluation.cases WHERE state = 'erased'")), "the erasure in the other modules");

        Assert.Empty(await ListAsync(States));
        Assert.Empty(await ListAsync(Order));
        Assert.Equal(
            [
                "accepted", "closed", "contacted", "decided", "declined-by-party", "erased", "in-action", "in-evaluation", "quarantine", "received", "screening", "withdrawn",
            ],
            await ListAsync("SELECT DISTINCT state FROM submissions.proposals ORDER BY state"));
        Assert.InRange((long)(await Sql.ScalarAsync(site.Host, "SELECT count(*) FROM submissions.proposals"))!, 55, 65);
        Assert.Equal(["en", "es", "fr"], await ListAsync("SELECT DISTINCT language FROM submissions.proposals ORDER BY language"));
        Assert.Equal(3L, await Sql.ScalarAsync(site.Host, "SELECT count(*) FROM submissions.drafts"));
    }

    [Fact]
    public async Task Who_was_erased_is_in_no_table_but_for_events_that_go_after_thirty_days()
    {
        var tables = await ListAsync("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'hangfire') AND tablename <> '__outbox'");
        var traces = string.Join(" UNION ALL ", tables.Select(table => $"SELECT '{table}' FROM {table} t WHERE t::text ILIKE '%corentin%'"));

        await Eventually.IsTrueAsync(async () => (await ListAsync(traces)).Count == 0, "the erasure everywhere");
        Assert.NotEmpty(await ListAsync(traces.Replace("corentin", "mathilde.ostermann", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Decisions_take_as_long_as_they_do_in_life()
    {
        var days = (await ListAsync("SELECT round(extract(epoch FROM d.decided_at - c.submitted_at) / 86400)::text FROM evaluation.decisions d JOIN evaluation.cases c ON c.id = d.case_id"))
            .Select(int.Parse).ToList();

        Assert.All(days, day => Assert.InRange(day, 5, 24));
        Assert.True(days.Distinct().Count() > 10, $"They take as long as each other: {string.Join(' ', days)}");
    }

    [Fact]
    public async Task Forty_advances_of_every_type_are_published_in_three_languages_with_their_source()
    {
        const string Published = "FROM knowledge_feed.advances WHERE state = 'published'";

        Assert.Equal(40L, await Sql.ScalarAsync(site.Host, $"SELECT count(*) {Published}"));
        Assert.Equal(["good-practice", "legal-practice", "legislation", "programme-implementation", "research"], await ListAsync($"SELECT DISTINCT type {Published} ORDER BY type"));
        Assert.Empty(await ListAsync($"SELECT slug {Published} AND (coalesce(source_url, '') !~ '^https?://[^/]+/' OR NOT languages @> '{{en,es,fr}}')"));
    }

    /// <summary>Cases of which two modules say different things.</summary>
    private const string States = """
        SELECT concat_ws(' ', p.reference, p.state, p.outcome, 'case', c.state, d.outcome, 'message', m.state, 'offer', o.answer, 'member', n.id)
        FROM submissions.proposals p
        LEFT JOIN evaluation.cases c ON c.id = p.id
        LEFT JOIN evaluation.decisions d ON d.case_id = p.id AND d.applied_at IS NOT NULL
        LEFT JOIN outreach.message m ON m.decision_id = d.id
        LEFT JOIN outreach.offer o ON o.decision_id = d.id
        LEFT JOIN working_groups.members n ON n.case_id = p.id AND n.decision_id = d.id AND n.group_id = d.group_id
        WHERE coalesce(p.outcome, '') <> coalesce(d.outcome, '') OR NOT CASE p.state
            WHEN 'received' THEN c.id IS NULL
            WHEN 'quarantine' THEN c.id IS NULL
            WHEN 'screening' THEN coalesce(c.state = 'new', false)
            WHEN 'erased' THEN coalesce(c.state = 'erased', false)
            WHEN 'withdrawn' THEN coalesce(c.state = 'withdrawn', false)
            WHEN 'in-evaluation' THEN coalesce(c.state IN ('in-evaluation', 'to-decide'), false)
            WHEN 'decided' THEN coalesce(c.state = 'decided' AND m.state IN ('draft', 'scheduled'), false)
            WHEN 'contacted' THEN coalesce(c.state = 'decided' AND m.state = 'sent', false) AND coalesce(o.answer, 'other-date') = 'other-date'
            WHEN 'declined-by-party' THEN coalesce(m.state = 'sent' AND o.answer = 'declined', false)
            WHEN 'accepted' THEN coalesce(m.state = 'sent' AND o.answer = 'accepted', false) AND d.group_id IS NULL
            WHEN 'in-action' THEN coalesce(m.state = 'sent' AND o.answer = 'accepted', false) AND n.id IS NOT NULL
            WHEN 'closed' THEN coalesce(m.state = 'sent' AND o.answer = 'accepted', false)
            ELSE false END
        """;

    /// <summary>Events on the timeline of a case that stand before one that must have come first.</summary>
    private const string Order = """
        WITH step AS (
            SELECT unnest(t.cases) AS case_id, t.name, t.occurred_at, array_position(ARRAY[
                'submissions.proposal-submitted.v1', 'evaluation.case-assigned.v1', 'evaluation.assessment-submitted.v1', 'evaluation.decided.v1',
                'outreach.message-drafted.v1', 'outreach.message-approved.v1', 'outreach.message-sent.v1', 'outreach.offer-answered.v1',
                'working-groups.member-joined.v1', 'working-groups.posted.v1', 'working-groups.output-recorded.v1'], t.name::text) AS rank
            FROM platform.timeline t)
        SELECT DISTINCT concat_ws(' ', earlier.case_id, earlier.name, earlier.occurred_at, 'before', later.name, later.occurred_at)
        FROM step earlier JOIN step later USING (case_id)
        WHERE earlier.rank > later.rank AND earlier.occurred_at < later.occurred_at
            AND NOT (earlier.name = 'evaluation.assessment-submitted.v1' AND later.name = 'evaluation.case-assigned.v1')
        """;

    private async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(site.Host.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await rows.ReadAsync()) found.Add(rows.GetString(0));
        return found;
    }

    public sealed class SampleSite : IAsyncLifetime
    {
        public TestHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Host = await TestHost.StartAsync(["submissions", "evaluation", "outreach", "working-groups", "knowledge-feed"], ["Platform:SampleData=true"]);
            await Eventually.IsTrueAsync(
                async () => Equals(1L, await Sql.ScalarAsync(Host, "SELECT count(*) FROM platform.setting WHERE key = 'sample-data.submissions.SampleEndings'")),
                "the last sample", TimeSpan.FromMinutes(10));
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
