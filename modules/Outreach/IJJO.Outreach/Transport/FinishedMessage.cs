using MimeKit;
using MimeKit.IO;

namespace IJJO.Outreach.Transport;

/// <summary>A stored message that says when it has been written to its end: the next thing that the client sends is the final dot.</summary>
internal static class FinishedMessage
{
    private static readonly ParserOptions Options = MakeOptions();

    internal static MimeMessage Read(byte[] content, Func<Task> written)
    {
        var message = MimeMessage.Load(Options, new MemoryStream(content));
        // Every mail of the composer is one multipart/alternative.
        ((LastPart)message.Body!).Written = written;
        return message;
    }

    private static ParserOptions MakeOptions()
    {
        var options = ParserOptions.Default.Clone();
        options.RegisterMimeType("multipart/alternative", typeof(LastPart));
        return options;
    }
}

/// <summary>The body of a stored message. The parser makes it, so that the bytes stay those that were stored.</summary>
/// <param name="args">What the parser has read.</param>
public sealed class LastPart(MimeEntityConstructorArgs args) : Multipart(args)
{
    internal Func<Task>? Written { get; set; }

    /// <inheritdoc />
    public override async Task WriteToAsync(FormatOptions options, Stream stream, bool contentOnly, CancellationToken cancellationToken = default)
    {
        await base.WriteToAsync(options, stream, contentOnly, cancellationToken);
        // A server that announces SIZE has the message measured before it is sent.
        if (Written is not null && stream is not MeasuringStream) await Written();
    }

    /// <inheritdoc />
    public override void Prepare(EncodingConstraint constraint, int maxLineLength = 78)
    {
        // The bytes were made for the narrowest transport when the delivery was inserted.
    }
}
