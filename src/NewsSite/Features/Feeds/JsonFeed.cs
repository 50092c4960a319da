using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace NewsSite.Features.Feeds;

/// <summary>Writes feeds as JSON Feed 1.1.</summary>
internal static class JsonFeed
{
    // Names are those of the standard in snake case; what is null is left out. A “<” is escaped, so nothing closes a script that holds a feed.
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static byte[] Write(Feed feed) => JsonSerializer.SerializeToUtf8Bytes(
        new Document("https://jsonfeed.org/version/1.1", feed.Title, feed.Page, feed.Self, feed.Description, feed.Next, feed.Language, [.. feed.Items.Select(ItemOf)]), Format);

    private static Item ItemOf(FeedItem item) => new(item.Id, item.Url, item.Title, item.Summary)
    {
        ContentHtml = item.Html,
        ContentText = item.Html is null ? item.Summary ?? item.Title : null, // it must have one of the two
        Image = item.Picture?.Url,
        DatePublished = item.PublishedAt,
        DateModified = item.UpdatedAt,
        Authors = [.. item.Authors.Select(author => new Author(author.Name, author.Url))],
        Tags = item.Categories,
        Language = item.Language,
    };

    private sealed record Document(string Version, string Title, string HomePageUrl, string FeedUrl, string Description, string? NextUrl, string Language, IReadOnlyList<Item> Items);

    private sealed record Item(string Id, string Url, string Title, string? Summary)
    {
        public string? ContentHtml { get; init; }

        public string? ContentText { get; init; }

        public string? Image { get; init; }

        public DateTimeOffset DatePublished { get; init; }

        public DateTimeOffset DateModified { get; init; }

        public required IReadOnlyList<Author> Authors { get; init; }

        public required IReadOnlyList<string> Tags { get; init; }

        public required string Language { get; init; }
    }

    private sealed record Author(string Name, string Url);
}
