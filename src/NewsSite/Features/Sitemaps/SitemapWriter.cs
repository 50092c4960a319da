using System.Text;
using System.Xml;
using NewsSite.Hosting;

namespace NewsSite.Features.Sitemaps;

/// <summary>Writes sitemaps as sitemaps.org and Google have them, entry by entry as they are read.</summary>
public sealed class SitemapWriter(AbsoluteUrls absolute)
{
    private const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string NewsSpace = "http://www.google.com/schemas/sitemap-news/0.9";

    private static readonly XmlWriterSettings Plain = new() { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public Task WriteIndexAsync(Stream body, IAsyncEnumerable<SitemapEntry> entries, CancellationToken ct) => WriteAsync(body, "sitemapindex", "sitemap", entries, ct);

    public Task WriteAsync(Stream body, IAsyncEnumerable<SitemapEntry> entries, CancellationToken ct) => WriteAsync(body, "urlset", "url", entries, ct);

    private async Task WriteAsync(Stream body, string root, string name, IAsyncEnumerable<SitemapEntry> entries, CancellationToken ct)
    {
        await using var writer = XmlWriter.Create(body, Plain);
        await writer.WriteStartDocumentAsync();
        await writer.WriteStartElementAsync(null, root, Space);
        if (root == "urlset") await writer.WriteAttributeStringAsync("xmlns", "news", null, NewsSpace);
        await foreach (var entry in entries.WithCancellation(ct))
        {
            await writer.WriteStartElementAsync(null, name, Space);
            await writer.WriteElementStringAsync(null, "loc", Space, absolute.Of(entry.Path));
            if (entry.ChangedAt is { } at) await writer.WriteElementStringAsync(null, "lastmod", Space, XmlConvert.ToString(at));
            if (entry.News is { } news) await WriteNewsAsync(writer, news);
            await writer.WriteEndElementAsync();
        }

        await writer.WriteEndDocumentAsync();
    }

    private static async Task WriteNewsAsync(XmlWriter writer, NewsEntry news)
    {
        await writer.WriteStartElementAsync("news", "news", NewsSpace);
        await writer.WriteStartElementAsync("news", "publication", NewsSpace);
        await writer.WriteElementStringAsync("news", "name", NewsSpace, news.Publication);
        await writer.WriteElementStringAsync("news", "language", NewsSpace, news.Language);
        await writer.WriteEndElementAsync();
        await writer.WriteElementStringAsync("news", "publication_date", NewsSpace, XmlConvert.ToString(news.PublishedAt));
        await writer.WriteElementStringAsync("news", "title", NewsSpace, news.Title);
        await writer.WriteEndElementAsync();
    }
}
