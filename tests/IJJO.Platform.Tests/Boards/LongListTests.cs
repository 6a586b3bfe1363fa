using System.Net;
using IJJO.Platform.OData;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Boards;

/// <summary>A list whose filter takes the database too long.</summary>
public sealed class LongListTests
{
    [Fact]
    public async Task It_is_shown_without_the_filter_and_the_service_says_how_long_is_too_long()
    {
        await using var host = await TestHost.StartAsync([TestPlaces.Fixture("Library")]);
        // Notes take five milliseconds each to read: a page has 25 of them, a filter all.
        await Sql.ScalarAsync(host, """
            INSERT INTO library.loans (id, title, note, country, state) SELECT gen_random_uuid(), 'More ' || n, 'A note', 'ES', 'in' FROM generate_series(1, 1000) AS n;
            ALTER TABLE library.loans RENAME TO all_loans;
            CREATE FUNCTION library.slowly(text) RETURNS text STABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.005); RETURN $1; END';
            CREATE VIEW library.loans AS SELECT id, title, library.slowly(note) AS note, country, state, due_at, case_id, pages, is_reference, tags, xmin AS xmin FROM library.all_loans;
            """);
        var reader = host.Browser(TestPerson.Staff("Ana Roca", "library.read"));
        reader.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");

        var page = await reader.OpenAsync("/staff/library/Loans?f.Note.op=contains&f.Note=nowhere");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("La base de données met trop de temps pour ce filtre.", page.Text);
        Assert.Equal(25, page.Html.QuerySelectorAll("tbody th").Length);

        using var answer = await reader.Http.GetAsync("/odata/library/Loans?$filter=contains(Note,'nowhere')", TestContext.Current.CancellationToken);
        Assert.Contains($"plus de {QueryLimits.StatementTimeout.TotalSeconds:0} secondes", (await OData.ShelfSite.ErrorAsync(answer)).GetProperty("message").GetString());
    }
}
