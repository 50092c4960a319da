using NewsSite.Features.Shared;

namespace NewsSite.Features.Feeds;

public enum FeedFormat
{
    Rss,
    Atom,
    Json,
}

/// <summary>One of the files in which every feed is offered.</summary>
/// <param name="IsFull">With whole texts; else with summaries only.</param>
public sealed record FeedFile(string Name, FeedFormat Format, bool IsFull)
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<FeedFile> All =
    [
        new(FeedAddress.Rss, FeedFormat.Rss, true),
        new(FeedAddress.Atom, FeedFormat.Atom, true),
        new(FeedAddress.Json, FeedFormat.Json, true),
        new("rss-summary.xml", FeedFormat.Rss, false),
        new("atom-summary.xml", FeedFormat.Atom, false),
        new("feed-summary.json", FeedFormat.Json, false),
    ];

    /// <summary>What feeds are sent as.</summary>
    public static readonly IReadOnlyList<string> MediaTypes = ["application/rss+xml", "application/atom+xml", "application/feed+json"];

    /// <returns>Null when there is no such file.</returns>
    public static FeedFile? Find(string name) => All.FirstOrDefault(file => file.Name == name);

    public string MediaType => MediaTypes[(int)Format];

    // JSON is UTF-8 by itself, and its media type knows no charset.
    public string ContentType => Format is FeedFormat.Json ? MediaType : MediaType + "; charset=utf-8";
}
