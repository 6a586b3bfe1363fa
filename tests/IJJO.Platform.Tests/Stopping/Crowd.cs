using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace IJJO.Platform.Tests.Stopping;

/// <summary>Senders of the public form and readers of a list, who go on until nobody listens any more.</summary>
internal sealed class Crowd
{
    internal const int Senders = 4;
    private const int Readers = 4;
    private const string List = "/odata/listing/Items?$top=500";

    private readonly Uri _host;
    private readonly Task _all;
    private readonly ConcurrentQueue<string> _accepted = [];
    private readonly ConcurrentQueue<string> _wrong = [];
    private int _read;

    internal Crowd(Uri host)
    {
        _host = host;
        _all = Task.WhenAll([.. Enumerable.Range(0, Senders).Select(SendAsync), .. Enumerable.Range(0, Readers).Select(_ => ReadAsync())]);
    }

    /// <summary>The senders' addresses of the forms that were answered as accepted.</summary>
    internal IReadOnlyCollection<string> Accepted => _accepted;

    /// <summary>Lists that were read to their end.</summary>
    internal int Read => Volatile.Read(ref _read);

    /// <summary>Answers that broke off or were not what was asked for.</summary>
    internal IReadOnlyCollection<string> Wrong => _wrong;

    /// <summary>Waits until all of them have given up.</summary>
    internal Task GoneAsync() => _all.WaitAsync(TimeSpan.FromMinutes(2));

    private async Task SendAsync(int sender)
    {
        using var http = Client();
        for (var number = 0; await AnswerAsync(http, () => new(HttpMethod.Get, "/en/collaborate"), HttpStatusCode.OK) is { } opened; number++)
        {
            var email = $"sender.{sender}.{number}@example.org";
            var form = Filled(opened.Body, email);
            if (await AnswerAsync(http, () => new(HttpMethod.Post, "/en/collaborate") { Content = new FormUrlEncodedContent(form) }, HttpStatusCode.Redirect) is null) return;
            _accepted.Enqueue(email);
        }
    }

    private async Task ReadAsync()
    {
        using var http = Client();
        while (await AnswerAsync(http, () => new(HttpMethod.Get, List), HttpStatusCode.OK) is { } list)
        {
            try
            {
                using var document = JsonDocument.Parse(list.Body);
                Interlocked.Increment(ref _read);
            }
            catch (JsonException broken)
            {
                _wrong.Enqueue($"{List}: {broken.Message}");
            }
        }
    }

    /// <summary>An answer that is whole and as it should be; <c>null</c> when none began, or when it was noted as wrong.</summary>
    private async Task<Answer?> AnswerAsync(HttpClient http, Func<HttpRequestMessage> request, HttpStatusCode expected)
    {
        using var asked = request();
        HttpResponseMessage answer;
        try
        {
            answer = await http.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead);
        }
        catch (HttpRequestException refused)
        {
            if (refused.HttpRequestError == HttpRequestError.InvalidResponse) _wrong.Enqueue($"{asked.RequestUri}: {refused.Message}");
            return null;
        }

        using (answer)
        {
            try
            {
                var body = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == expected) return new(body);
                _wrong.Enqueue($"{asked.RequestUri}: {(int)answer.StatusCode}\n{body}");
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                _wrong.Enqueue($"{asked.RequestUri}: {broken.Message}");
            }
        }

        return null;
    }

    private static List<KeyValuePair<string, string>> Filled(string page, string email) =>
    [
        .. new HtmlParser().ParseDocument(page).QuerySelectorAll("#collaborate input[type=hidden]").OfType<IHtmlInputElement>().Select(field => KeyValuePair.Create(field.Name!, field.Value)),
        new("Kind", "individual"), new("Name", "Ana Ruiz"), new("Email", email), new("Country", "ES"), new("Language", "en"),
        new("Proposal", "A network of mediators in five cities."), new("Consents", "evaluate"), new("Adult", "true"),
    ];

    private HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = _host };

    private sealed record Answer(string Body);
}
