using System.Net.Http.Json;
using System.Text.Json;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Boards;

/// <summary>What a service refuses it says in the reader's language: the pages show it as it is.</summary>
public sealed class ErrorLanguageTests(LibrarySite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "Your account may not do this.", "Sign in, or send an access token.")]
    [InlineData("es", "Su cuenta no tiene permiso para esto.", "Inicie sesión o envíe una clave de acceso.")]
    [InlineData("fr", "Votre compte n’a pas le droit de faire cela.", "Connectez-vous ou envoyez un jeton d’accès.")]
    public async Task A_refusal_speaks_the_readers_language_alone_and_in_a_batch(string language, string forbidden, string signIn)
    {
        var (reader, visitor) = (site.Reader("library.lend"), site.Visitor());
        foreach (var browser in new[] { reader, visitor }) browser.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        using var alone = await reader.Http.GetAsync("/odata/library/Loans", Cancel);
        Assert.Equal(forbidden, Message(await alone.Content.ReadFromJsonAsync<JsonElement>(Cancel)));

        using var batch = await visitor.Http.PostAsJsonAsync("/odata/library/$batch", new { requests = new[] { new { id = "1", method = "GET", url = "Loans" } } }, Cancel);
        Assert.Equal(signIn, Message((await batch.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("responses")[0].GetProperty("body")));
    }

    private static string? Message(JsonElement answer) => answer.GetProperty("error").GetProperty("message").GetString();
}
