using System.Globalization;
using NewsSite.Data;

namespace NewsSite.Features.Feeds;

/// <summary>The name by which feed readers know an article for good.</summary>
/// <remarks>
/// A tag URI (RFC 4151) of what never changes: the host that published it, the day on which it did, and the article's number. An address would
/// change with the slug or the section, and every reader would show the article once more. No address can be mistaken for it either.
/// </remarks>
internal static class ItemId
{
    /// <param name="site">Public address of the site.</param>
    public static string Of(Uri site, PublishPosition place) =>
        string.Create(CultureInfo.InvariantCulture, $"tag:{site.IdnHost},{place.At.UtcDateTime:yyyy-MM-dd}:article/{place.Id}");
}
