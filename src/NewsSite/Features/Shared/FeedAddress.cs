using Microsoft.AspNetCore.WebUtilities;

namespace NewsSite.Features.Shared;

/// <summary>Where the feeds of a list are: its page and the feeds themselves read it.</summary>
/// <param name="Root">What stands before their file names.</param>
/// <param name="Name">Of what they are; null for the whole site.</param>
/// <param name="Query">What was searched for; null for what is no search.</param>
public sealed record FeedAddress(string Root, string? Name = null, string? Query = null)
{
    /// <summary>RSS with whole texts: what a link for people leads to.</summary>
    public const string Rss = "rss.xml";

    public const string Atom = "atom.xml";

    public const string Json = "feed.json";

    public static readonly FeedAddress Site = new(SiteUrls.Feeds);

    public static FeedAddress Section(string slug, string name) => new(SiteUrls.SectionFeeds(slug), name);

    public static FeedAddress Tag(string slug, string name) => new(SiteUrls.TagFeeds(slug), name);

    public static FeedAddress Author(string slug, string name) => new(SiteUrls.AuthorFeeds(slug), name);

    /// <param name="query">As the reader typed it.</param>
    /// <param name="name">The search in words.</param>
    public static FeedAddress Search(string query, string name) => new(SiteUrls.SearchFeeds, name, query);

    /// <summary>What a feed reader calls it.</summary>
    /// <param name="site">The site's name.</param>
    public string TitleOn(string site) => Name is null ? site : $"{Name} – {site}";

    /// <param name="older">Place in the list; null for its newest articles.</param>
    public string Of(string file, string? older = null)
    {
        KeyValuePair<string, string?>[] values = [new("q", Query), new("older", older)];
        return QueryHelpers.AddQueryString($"{Root}/{file}", values.Where(value => value.Value is not null));
    }
}
