using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IJJO.Platform.Testing;

/// <summary>
/// A mail server that does what it is told and keeps its own ledger: one line when the final dot has come, one when it has said 250. What was sent is read here
/// and nowhere else.
/// </summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    internal SmtpSink()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The messages whose final dot came.</summary>
    internal ConcurrentQueue<SinkMail> Dots { get; } = new();

    /// <summary>The messages that were taken over.</summary>
    internal ConcurrentQueue<SinkMail> Accepted { get; } = new();

    /// <summary>How often DATA was begun.</summary>
    internal int Begun;

    /// <summary>The answer to RCPT TO, by address; 250 unless given.</summary>
    internal Func<string, string> OnRecipient { get; set; } = _ => "250 2.1.5 Ok";

    /// <summary>The answer to the final dot; <c>null</c> hangs up without one.</summary>
    internal Func<SinkMail, Task<string?>> OnDot { get; set; } = _ => Task.FromResult<string?>("250 2.0.0 Taken over");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true) conversations.Add(ConverseAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await SayAsync(stream, "220 sink.example ESMTP");
            var recipient = "";
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                switch (line.Split(' ', ':')[0].ToUpperInvariant())
                {
                    case "EHLO":
                        await SayAsync(stream, "250-sink.example\r\n250-SIZE 1000000\r\n250-8BITMIME\r\n250-PIPELINING\r\n250-CHUNKING\r\n250 ENHANCEDSTATUSCODES");
                        break;
                    case "RCPT":
                        recipient = line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
                        await SayAsync(stream, OnRecipient(recipient));
                        break;
                    case "DATA":
                        Interlocked.Increment(ref Begun);
                        await SayAsync(stream, "354 End with a dot");
                        if (await ReadMailAsync(reader, recipient) is not { } mail) return;
                        Dots.Enqueue(mail);
                        if (await OnDot(mail) is not { } answer) return;
                        if (answer.StartsWith('2')) Accepted.Enqueue(mail);
                        await SayAsync(stream, answer);
                        break;
                    case "QUIT":
                        await SayAsync(stream, "221 2.0.0 Bye");
                        return;
                    default:
                        await SayAsync(stream, "250 2.0.0 Ok");
                        break;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
        {
            // The other side hung up, or the test is over.
        }
    }

    private async Task<SinkMail?> ReadMailAsync(StreamReader reader, string recipient)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line == ".") return new SinkMail(recipient, text.ToString());
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return null;
    }

    private async Task SayAsync(NetworkStream stream, string line) => await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), _stop.Token);
}

/// <summary>A mail as it came.</summary>
internal sealed record SinkMail(string Recipient, string Text)
{
    internal string MessageId => Header("Message-Id");

    internal string Header(string name) =>
        Text.Split("\r\n").TakeWhile(line => line.Length > 0).FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim() ?? "";
}
