namespace NewsSite.Features.Feeds;

/// <summary>One page of a feed, before it is written in one of the formats. All addresses are absolute, and all texts may stand in XML.</summary>
/// <param name="Page">Address of the page that shows the same.</param>
/// <param name="Id">Address of its newest page, by which Atom knows the feed.</param>
/// <param name="Self">Its own address.</param>
/// <param name="Next">Address of the page with older articles; null on the last.</param>
/// <param name="Items">Newest first.</param>
public sealed record Feed(FeedFile File, string Title, string Page, string Id, string Self, string? Next, IReadOnlyList<FeedItem> Items)
{
    /// <summary>Name of the site.</summary>
    public required string Site { get; init; }

    /// <summary>Address of the site.</summary>
    public required string SiteUrl { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Plain text; RSS asks for one.</summary>
    public required string Description { get; init; }

    /// <summary>Null for a feed without articles.</summary>
    public DateTimeOffset? UpdatedAt => Items.Count == 0 ? null : Items.Max(item => item.UpdatedAt);
}

/// <summary>An article in a feed.</summary>
/// <param name="Id">See <see cref="ItemId"/>.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Summary">Plain text; null when there is none.</param>
/// <param name="Html">The whole text; null in feeds of summaries.</param>
/// <param name="Language">BCP 47.</param>
public sealed record FeedItem(string Id, string Url, string Title, string? Summary, string? Html, string Language)
{
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Never before <see cref="PublishedAt"/>.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    public required IReadOnlyList<FeedAuthor> Authors { get; init; }

    /// <summary>Names of the section and of the tags.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The picture over the article.</summary>
    public FeedPicture? Picture { get; init; }
}

public sealed record FeedAuthor(string Name, string Url);

/// <param name="Bytes">True length of what the address sends.</param>
public sealed record FeedPicture(string Url, string MediaType, int Bytes);
