using System.Net;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Boards.Exports;

/// <summary>How files of many rows get to their reader.</summary>
public sealed class ExportStreamTests(ExportSite site) : IClassFixture<ExportSite>
{
    private const string All = "?cols=Id,Title,State,Country,Summary,Score,Amount,ReceivedAt,Topics";
    private const string Csv = ExportSite.Items + "/export.csv" + All, Xlsx = ExportSite.Items + "/export.xlsx" + All;

    [Theory]
    [InlineData(Csv)]
    [InlineData(Xlsx)]
    public async Task Rows_go_out_while_the_database_still_sends_them(string address)
    {
        await site.FillAsync();
        using var answer = await OpenAsync(address);
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await body.ReadAsync(new byte[1], TestContext.Current.CancellationToken));

        // Nobody reads on, so whoever kept the rows would have them all by now, and PostgreSQL would be done.
        await Eventually.IsTrueAsync(async () => (await site.SendingAsync()).Count == 1, "the query runs");
    }

    [Fact]
    public async Task Every_one_of_many_rows_is_in_the_file()
    {
        await site.FillAsync();
        var csv = await site.Reader().Http.GetStringAsync($"{ExportSite.Items}/export.csv?cols=Score", TestContext.Current.CancellationToken);
        var scores = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(int.Parse).Order();
        Assert.Equal(Enumerable.Range(-9, ExportSite.ManyRows), scores);

        var sheet = XlsxSheet.Read(await site.Reader().Http.GetByteArrayAsync($"{ExportSite.Items}/export.xlsx?cols=Score", TestContext.Current.CancellationToken));
        Assert.Equal(Enumerable.Range(-9, ExportSite.ManyRows), sheet.Rows.Skip(1).Select(row => (int)row[0].Number!.Value).Order());
    }

    [Theory]
    [InlineData(Csv)]
    [InlineData(Xlsx)]
    public async Task A_reader_who_goes_away_ends_the_query(string address)
    {
        await site.FillAsync();
        var answer = await OpenAsync(address);
        await Eventually.IsTrueAsync(async () => (await site.SendingAsync()).Count == 1, "the query runs");
        answer.Dispose();
        await Eventually.IsTrueAsync(async () => (await site.SendingAsync()).Count == 0, "the query is ended");
    }

    [Theory]
    [InlineData(Csv)]
    [InlineData(Xlsx)]
    public async Task A_file_that_breaks_off_is_not_taken_for_a_whole_one(string address)
    {
        await site.FillAsync();
        using var answer = await OpenAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Eventually.IsTrueAsync(async () => (await site.SendingAsync()).Count == 1, "the query runs");
        await site.SqlAsync("SELECT pg_terminate_backend($1)", (await site.SendingAsync())[0]);

        await Assert.ThrowsAnyAsync<Exception>(() => answer.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_more_file_than_are_allowed_at_once_waits_for_another_to_end()
    {
        await site.FillAsync();
        var (first, second) = (await OpenAsync(Csv), await OpenAsync(Csv));
        var third = OpenAsync(Csv);
        await Eventually.IsTrueAsync(async () => (await site.SendingAsync()).Count == 2, "two files are sent");
        Assert.False(third.IsCompleted);

        first.Dispose();
        using var answer = await third;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        second.Dispose();
    }

    /// <summary>The head of the answer; its body waits to be read.</summary>
    private Task<HttpResponseMessage> OpenAsync(string address) =>
        site.Reader().Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
}
