using System.Net;

namespace IJJO.Platform.Tests.Boards.Exports;

/// <summary>What is in the files that a list is exported to.</summary>
public sealed class ExportTests(ExportSite site) : IClassFixture<ExportSite>
{
    private const string Loans = ExportSite.Loans;

    [Theory]
    [InlineData("en", "Title,Country,State,Due", "Germany,On the shelf", "Loans")]
    [InlineData("es", "Título,País,Estado,Vence", "Alemania,En el estante", "Préstamos")]
    [InlineData("fr", "Titre,Pays,État,Échéance", "Allemagne,En rayon", "Prêts")]
    public async Task Headings_and_choices_are_in_the_readers_language(string language, string headings, string choices, string sheetName)
    {
        var reader = site.Reader(language);
        var csv = await CsvAsync(reader, "?f.Country=DE&q=tab");
        Assert.Equal(headings, csv[0]);
        Assert.Contains(choices, csv[1]);

        var sheet = await XlsxAsync(reader, "?f.Country=DE&q=tab");
        Assert.Equal(sheetName, sheet.Name);
        Assert.Equal(headings.Split(','), sheet.Rows[0].Select(cell => cell.Text));
        Assert.Equal(choices.Split(','), sheet.Rows[1][1..3].Select(cell => cell.Text));
    }

    [Fact]
    public async Task A_spreadsheet_computes_nothing_of_what_somebody_has_written()
    {
        var text = await site.Reader().Http.GetStringAsync(Loans + "/export.csv?cols=Title", TestContext.Current.CancellationToken);
        foreach (var written in (string[])["'=1+1", "'+34 600", "'-2+3", "'@SUM(A1)", "\"'\tTab\"", "\"'\rReturn\"", "-5", "\"a \"\"b\"\", c\""]) Assert.Contains($"\r\n{written}\r\n", text);

        var sheet = await XlsxAsync(site.Reader(), "?cols=Title");
        Assert.False(sheet.HasFormulas);
        Assert.Contains("=1+1", sheet.Rows.Select(row => row[0].Text));
    }

    [Fact]
    public async Task Numbers_and_dates_are_such()
    {
        var due = (await XlsxAsync(site.Reader(), "?cols=DueAt&sort=DueAt")).Rows[1][0];
        Assert.Equal((new DateTime(2026, 3, 1), "yyyy-mm-dd"), (due.Date, due.Format));
        Assert.Equal("2026-03-01", (await CsvAsync(site.Reader(), "?cols=DueAt&sort=DueAt"))[1]);

        await site.FillAsync();
        const string first = "?cols=Score,Amount,ReceivedAt&sort=ReceivedAt&f.ReceivedAt.to=2020-01-01";
        var address = $"{ExportSite.Items}/export.xlsx{first}";
        var item = XlsxSheet.Read(await site.Reader().Http.GetByteArrayAsync(address, TestContext.Current.CancellationToken)).Rows[1];
        Assert.Equal((-9d, -0.125, new DateTime(2020, 1, 1, 0, 1, 0), "yyyy-mm-dd hh:mm:ss"), (item[0].Number!.Value, item[1].Number!.Value, item[2].Date, item[2].Format));
        var csv = await site.Reader().Http.GetStringAsync($"{ExportSite.Items}/export.csv{first}", TestContext.Current.CancellationToken);
        Assert.Contains("\r\n-9,-0.125", csv);
        Assert.Contains(",2020-01-01 00:01:00\r\n", csv);
    }

    [Fact]
    public async Task A_file_has_the_rows_columns_and_order_of_the_list()
    {
        string[] lent = ["Country,Title,Due", "Spain,'+34 600,2026-03-02", "Spain,'=1+1,2026-03-01"];
        Assert.Equal(lent, await CsvAsync(site.Reader(), "?view=out&cols=Country:120,Title,Nothing,DueAt&sort=-DueAt"));
        Assert.Equal(4, (await XlsxAsync(site.Reader(), "?f.Country=ES")).Rows.Count - 1);
        Assert.Single(await CsvAsync(site.Reader(), "?f.Country=FR"));
        Assert.Single((await XlsxAsync(site.Reader(), "?f.Country=FR")).Rows);
    }

    [Fact]
    public async Task A_file_is_named_after_board_and_day_and_says_how_many_rows_come()
    {
        foreach (var (file, type) in ((string, string)[])[("csv", "text/csv"), ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")])
        {
            using var answer = await site.Reader().Http.GetAsync($"{Loans}/export.{file}?f.Country=DE", TestContext.Current.CancellationToken);
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            Assert.Matches($"^library-Loans-20\\d\\d-\\d\\d-\\d\\d\\.{file}$", answer.Content.Headers.ContentDisposition!.FileName);
            Assert.Equal("4", answer.Headers.GetValues("X-Total-Count").Single());
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }

    [Theory]
    [InlineData("export.csv")]
    [InlineData("export.xlsx")]
    [InlineData("connect.odc")]
    [InlineData("connect.pbids")]
    public async Task Who_may_not_read_gets_no_file_and_what_is_not_there_is_none(string file)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync($"{Loans}/{file}", permission: "other"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/staff/library/Nothing/{file}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/staff/nothing/Loans/{file}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{Loans}/{file}?view={Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{Loans}/{file}?view=nothing&sort=Nothing&f.DueAt.from=yesterday&cols=Nothing"));
        Assert.Contains("/staff/sign-in", (await site.Host.Browser().OpenAsync($"{Loans}/{file}")).Path);
    }

    private async Task<HttpStatusCode> StatusAsync(string address, string permission = "library.read") => (await site.Reader(permission: permission).Http.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode;

    private static async Task<string[]> CsvAsync(Testing.TestBrowser reader, string query) =>
        (await reader.Http.GetStringAsync($"{Loans}/export.csv{query}", TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static async Task<XlsxSheet> XlsxAsync(Testing.TestBrowser reader, string query) =>
        XlsxSheet.Read(await reader.Http.GetByteArrayAsync($"{Loans}/export.xlsx{query}", TestContext.Current.CancellationToken));
}
