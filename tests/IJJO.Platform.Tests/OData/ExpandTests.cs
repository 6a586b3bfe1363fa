using System.Net;
using System.Text.Json;

namespace IJJO.Platform.Tests.OData;

public sealed class ExpandTests(ShelfSite site)
{
    private const string All = "fixture.read fixture.all fixture.loans";

    /// <summary>The books that were had, by how often: the first one was not.</summary>
    private const string Had = "$orderby=Id&$top=12&$filter=Pages ge 0";

    [Fact]
    public async Task Related_rows_come_within_the_row_that_they_belong_to()
    {
        var books = await RowsAsync($"work/Books?{Had}&$expand=Loans");
        Assert.Equal([.. Enumerable.Range(0, Loans.Books - 1), 100], books.Select(book => book.GetProperty("Loans").GetArrayLength()));
        foreach (var book in books)
        {
            Assert.All(book.GetProperty("Loans").EnumerateArray(), loan => Assert.Equal(book.GetProperty("Id").GetString(), loan.GetProperty("BookId").GetString()));
            var days = book.GetProperty("Loans").EnumerateArray().Select(loan => loan.GetProperty("Day").GetString()).ToArray();
            Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        }
    }

    [Fact]
    public async Task Nested_options_are_for_each_row()
    {
        var books = await RowsAsync($"work/Books?{Had}&$select=Title&$expand=Loans($select=Reader;$filter=Reader eq 'eva';$orderby=Day;$top=2;$skip=1;$count=true)");
        for (var number = 0; number < books.Length - 1; number++)
        {
            var evas = number / 2;
            Assert.Equal(["@odata.etag", "Title", "Loans@odata.count", "Loans"], books[number].EnumerateObject().Select(member => member.Name));
            Assert.Equal(evas, books[number].GetProperty("Loans@odata.count").GetInt32());
            Assert.Equal(Math.Clamp(evas - 1, 0, 2), books[number].GetProperty("Loans").GetArrayLength());
            Assert.All(books[number].GetProperty("Loans").EnumerateArray(), loan => Assert.Equal("{\"Reader\":\"eva\"}", loan.GetRawText()));
        }
    }

    [Fact]
    public async Task An_expression_orders_related_rows_too()
    {
        var book = (await RowsAsync($"work/Books?{Had}&$skip=10&$expand=Loans($orderby=day(Day) mod 3,Reader desc;$top=6)"))[0];
        var found = book.GetProperty("Loans").EnumerateArray().Select(loan => (DateOnly.Parse(loan.GetProperty("Day").GetString()!, null).Day % 3, loan.GetProperty("Reader").GetString()!)).ToArray();
        Assert.Equal(6, found.Length);
        Assert.Equal(found.OrderBy(one => one.Item1).ThenByDescending(one => one.Item2, StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task The_rest_of_many_related_rows_is_behind_a_link()
    {
        var book = (await RowsAsync($"work/Books?{Had}&$skip=11&$select=Id&$expand=Loans($filter=Day ge 2026-01-02 and Reader in ('ana','eva');$select=Day;$count=true)"))[0];
        Assert.Equal(Loans.MostOfOne - 1, book.GetProperty("Loans@odata.count").GetInt32());
        var days = book.GetProperty("Loans").EnumerateArray().Select(loan => loan.GetProperty("Day").GetString()).ToList();
        var rest = await site.GetAsync(book.GetProperty("Loans@odata.nextLink").GetString()!, All);
        Assert.Equal(Loans.MostOfOne - 1, rest.GetProperty("@odata.count").GetInt32());
        Assert.All(rest.GetProperty("value").EnumerateArray(), loan => Assert.Equal(["Day"], loan.EnumerateObject().Select(member => member.Name)));
        days.AddRange(rest.GetProperty("value").EnumerateArray().Select(loan => loan.GetProperty("Day").GetString()));
        Assert.Equal(Loans.MostOfOne - 1, days.Distinct().Count());
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
    }

    [Fact]
    public async Task A_row_knows_the_one_that_it_belongs_to_and_paths_go_two_deep()
    {
        var loans = await RowsAsync("work/Loans?$top=5&$orderby=Id&$expand=Book($select=Title;$expand=Loans/$count)");
        Assert.All(loans, loan => Assert.Equal(["@odata.etag", "Title", "Loans@odata.count"], loan.GetProperty("Book").EnumerateObject().Select(member => member.Name)));
        var book = await site.GetAsync($"work/Books({loans[0].GetProperty("BookId").GetString()})?$expand=Loans($expand=Book)", All);
        Assert.Equal(book.GetProperty("Id").GetString(), book.GetProperty("Loans")[0].GetProperty("Book").GetProperty("Id").GetString());
        using var deeper = await site.SendAsync(HttpMethod.Get, "work/Loans?$expand=Book($expand=Loans($expand=Book))", permissions: All);
        Assert.Equal(HttpStatusCode.BadRequest, deeper.StatusCode);
        await ShelfSite.ErrorAsync(deeper);
    }

    [Fact]
    public async Task The_rights_on_related_rows_are_those_of_their_set()
    {
        var mine = await site.GetAsync($"work/Books?$orderby=Id&$top=30&$expand=Loans($count=true)", "fixture.read fixture.loans", "ana");
        var loans = mine.GetProperty("value").EnumerateArray().SelectMany(book => book.GetProperty("Loans").EnumerateArray()).ToArray();
        Assert.NotEmpty(loans);
        Assert.All(loans, loan => Assert.Equal("ana", loan.GetProperty("Reader").GetString()));
        Assert.All(mine.GetProperty("value").EnumerateArray(), book => Assert.Equal(book.GetProperty("Loans@odata.count").GetInt32(), book.GetProperty("Loans").GetArrayLength()));

        // Eva's books are not Ana's: what a loan belongs to is then nothing to her.
        var hidden = await site.GetAsync("work/Loans?$expand=Book", "fixture.read fixture.loans", "eva");
        Assert.Contains(hidden.GetProperty("value").EnumerateArray(), loan => loan.GetProperty("Book").ValueKind == JsonValueKind.Null);
        foreach (var path in new[] { "work/Books?$expand=Loans", "work/Books?$expand=*" })
        {
            using var refused = await site.SendAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            await ShelfSite.ErrorAsync(refused);
        }
    }

    [Theory]
    [InlineData("$expand=Shelf"), InlineData("$expand=Nothing"), InlineData("$expand=Loans/$ref"), InlineData("$expand=Loans($levels=2)"), InlineData("$expand=Loans($apply=aggregate($count as N))")]
    [InlineData("$expand=Loans($filter=Nothing eq 1)"), InlineData("$expand=Loans($filter=matchesPattern(Reader,'a'))"), InlineData("$expand=Loans($top=1001)"), InlineData("$expand=Loans($compute=1 as One)")]
    [InlineData("$expand=Loans&$apply=groupby((Shelf))"), InlineData("$expand=Loans&$compute=Pages as P"), InlineData("$expand=Loans("), InlineData("$filter=Loans/any(l:l/Reader eq 'ana')"), InlineData("$filter=Loans/$count gt 1")]
    [InlineData("$orderby=Loans/$count"), InlineData("$apply=groupby((Loans/Reader))"), InlineData("$apply=aggregate(Loans($count as N))")]
    public async Task What_is_not_declared_or_too_much_is_refused(string query)
    {
        using var response = await site.SendAsync(HttpMethod.Get, "work/Books?" + query, permissions: All);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await ShelfSite.ErrorAsync(response);
    }

    [Fact]
    public async Task A_set_that_a_service_does_not_have_cannot_be_expanded_there()
    {
        using var response = await site.SendAsync(HttpMethod.Get, "work-groups/Books?$expand=Loans", permissions: All);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Full_metadata_of_an_expansion_is_not_to_be_had()
    {
        using var response = await site.SendAsync(HttpMethod.Get, "work/Books?$expand=Loans", null, All, "ana", ("Accept", "application/json;odata.metadata=full"));
        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        await ShelfSite.ErrorAsync(response);
    }

    [Theory]
    [InlineData("4.0", "$expand=Loans", "#Books")]
    [InlineData("4.01", "$expand=Loans", "#Books(Loans())")]
    [InlineData("4.0", "$select=Title&$expand=Loans($select=Day)", "#Books(Title,Loans(Day))")]
    public async Task The_context_names_what_is_expanded(string version, string query, string context)
    {
        using var response = await site.SendAsync(HttpMethod.Get, "work/Books?$top=1&" + query, null, All, "ana", ("OData-MaxVersion", version));
        var list = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.EndsWith("/$metadata" + context, list.GetProperty("@odata.context").GetString());
    }

    private async Task<JsonElement[]> RowsAsync(string path) => [.. (await site.GetAsync(path, All)).GetProperty("value").EnumerateArray()];
}
