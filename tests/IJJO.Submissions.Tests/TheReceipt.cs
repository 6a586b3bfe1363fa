using IJJO.Platform.Testing;

namespace IJJO.Submissions.Tests;

/// <summary>The receipt as it leaves, which takes the module that sends mail.</summary>
public sealed class TheReceipt
{
    [Fact]
    public async Task It_is_a_letter_in_the_senders_language_with_the_reference()
    {
        await using var site = new SubmissionsHost { Modules = ["submissions", "outreach"] };
        await site.InitializeAsync();
        (string Language, string Sentence)[] letters =
        [
            ("en", "Its reference with us is {0}."), ("es", "Gracias por su propuesta. Su referencia es {0}."), ("fr", "merci pour votre proposition. Sa référence est {0}."),
        ];
        foreach (var (language, sentence) in letters)
        {
            var email = $"receipt.{language}@example.org";
            await site.SendAsync(email, ("Language", language));
            var reference = (await site.ProposalAsync(email)).Reference;

            var letter = await Eventually.GetAsync(() => LetterAsync(site, email), $"the receipt in {language}");
            Assert.Contains(string.Format(null, sentence, reference), letter);
            Assert.Contains($"/{language}/proposals/", letter);
        }
    }

    /// <summary>The text of the mail to an address in the mailbox of Development.</summary>
    private static async Task<string?> LetterAsync(SubmissionsHost site, string email)
    {
        var browser = site.Host.Browser();
        var row = (await browser.OpenAsync("/dev/mail")).Html.QuerySelectorAll("tbody tr").FirstOrDefault(row => row.TextContent.Contains(email, StringComparison.Ordinal));
        return row is null ? null : (await browser.OpenAsync(row.QuerySelector("a")!.GetAttribute("href")!)).Html.QuerySelector(".mail .body")!.TextContent;
    }
}
