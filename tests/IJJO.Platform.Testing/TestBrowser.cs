using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace IJJO.Platform.Testing;

/// <summary>
/// A browser without script: it keeps cookies (also Secure ones, as browsers do on localhost), fills forms as the page has them and sends them.
/// </summary>
public sealed class TestBrowser
{
    private readonly Dictionary<string, string> _cookies = [];

    internal TestBrowser(Uri address, TestPerson? person)
    {
        Http = new HttpClient(new CookieHandler(_cookies)) { BaseAddress = address };
        if (person is not null) Http.DefaultRequestHeaders.Add(TestAuthentication.Header, person.ToHeader());
    }

    /// <summary>The client beneath, for requests that are not pages; it follows no redirects.</summary>
    public HttpClient Http { get; }

    /// <summary>Opens a page and follows redirects.</summary>
    /// <param name="path">The path or the absolute address.</param>
    /// <returns>The page.</returns>
    public async Task<TestPage> OpenAsync(string path) => await FollowAsync(await Http.GetAsync(Local(path)));

    /// <summary>Sends the form of a page as it stands, with some fields changed.</summary>
    /// <param name="page">The page.</param>
    /// <param name="fields">Names and values; several values of one name are several pairs; they replace what the form has under these names.</param>
    /// <param name="form">A CSS selector of the form; the first form with method post by default.</param>
    /// <param name="button">A CSS selector of the button that is pressed, when it has a name and a value.</param>
    /// <returns>The answer, after redirects.</returns>
    public async Task<TestPage> SubmitAsync(TestPage page, IEnumerable<(string Name, string Value)> fields, string form = "form[method=post]", string? button = null)
    {
        var element = (IHtmlFormElement)(page.Html.QuerySelector(form) ?? throw new InvalidOperationException($"{page.Path} has no {form}.\n{page.Text}"));
        var changed = fields.ToList();
        var values = Values(element).Where(v => changed.All(c => c.Name != v.Name)).Concat(changed).ToList();
        if (button is not null && element.QuerySelector(button) is { } pressed) values.Add((pressed.GetAttribute("name") ?? "", pressed.GetAttribute("value") ?? ""));
        var action = element.GetAttribute("action") is { Length: > 0 } target ? target : page.Path;
        var content = new FormUrlEncodedContent(values.Where(v => v.Name.Length > 0).Select(v => KeyValuePair.Create(v.Name, v.Value)));
        return await FollowAsync(await Http.PostAsync(Local(action), content));
    }

    private static IEnumerable<(string Name, string Value)> Values(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name)) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" }: break;
                case IHtmlInputElement input: yield return (name, input.Value); break;
                case IHtmlTextAreaElement area: yield return (name, area.Value); break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(o => o.IsSelected)) yield return (name, option.Value);
                    break;
            }
        }
    }

    private async Task<TestPage> FollowAsync(HttpResponseMessage response)
    {
        for (var hops = 0; (int)response.StatusCode is 301 or 302 or 303 && hops < 10; hops++)
        {
            response = await Http.GetAsync(new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!).PathAndQuery);
        }

        var body = await response.Content.ReadAsStringAsync();
        return new TestPage(response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, new HtmlParser().ParseDocument(body));
    }

    private static string Local(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal)
        ? uri.PathAndQuery
        : address;

    private sealed class CookieHandler(Dictionary<string, string> cookies) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
            var response = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var pair = cookie.Split(';', 2)[0].Split('=', 2);
                if (cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase)) cookies.Remove(pair[0]);
                else cookies[pair[0]] = pair[1];
            }

            return response;
        }
    }
}

/// <summary>A page as it arrived.</summary>
/// <param name="Status">The status.</param>
/// <param name="Path">The path and query it was found at, after redirects.</param>
/// <param name="Html">The document.</param>
public sealed record TestPage(HttpStatusCode Status, string Path, IHtmlDocument Html)
{
    /// <summary>What a reader sees of the main part.</summary>
    public string Text => string.Join(' ', (Html.QuerySelector("main") ?? Html.Body ?? Html.DocumentElement).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
