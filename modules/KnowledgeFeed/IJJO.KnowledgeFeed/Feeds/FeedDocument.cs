namespace IJJO.KnowledgeFeed.Feeds;

/// <summary>What a feed says, before it is written as Atom, JSON Feed or RSS: the same items in each.</summary>
internal sealed record FeedDocument(string Title, string Author, string Language, Uri Home, Uri Self, Uri? Next, DateTimeOffset Updated, IReadOnlyList<FeedItem> Items);

/// <summary>One advance in a feed.</summary>
internal sealed record FeedItem(
    Guid Id, Uri Address, string? Source, string Title, string Summary, string Html, string Language, DateTimeOffset Published, DateTimeOffset Updated,
    IReadOnlyList<string> Authors, IReadOnlyList<FeedTag> Tags, string? Licence)
{
    /// <summary>The identity in every feed and language, whatever becomes of the address.</summary>
    internal string Urn => $"urn:uuid:{Id}";
}

/// <summary>A type or theme.</summary>
internal sealed record FeedTag(string Id, string Label);
