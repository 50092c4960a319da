using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Features.Shared;
using NewsSite.Hosting;

namespace NewsSite.Features.Feeds;

/// <summary>Reads one page of a feed, by keyset, in one question to the database.</summary>
public sealed class FeedReader(PublishedNews news, SiteDirectory directory, AbsoluteUrls absolute, PageSources sources)
{
    public const int PageSize = 30;

    /// <param name="older">Place in the list, as it came in; null for the newest articles.</param>
    /// <returns>Null when there is no such page.</returns>
    public async Task<Feed?> FindAsync(FeedTopic topic, FeedFile file, string? older, CancellationToken ct)
    {
        PublishPosition? place = null;
        if (older is not null && (place = PublishPosition.TryParse(older)) is null) return null;

        var rows = await RowsAsync(topic.Of(place is { } at ? news.Before(at) : news.Articles), file.IsFull, ct);
        if (rows.Count == 0 && (place is not null || !topic.MayBeEmpty)) return null;

        if (topic.Source is { } source) sources.Add(source);
        var (site, hasMore) = (await directory.GetAsync(ct), rows.Count > PageSize);
        var items = rows.Take(PageSize).Select(row => ItemOf(row, site)).ToList();
        var next = hasMore ? new PublishPosition(rows[PageSize - 1].PublishedAt, rows[PageSize - 1].Id).ToString() : null;
        var (address, title) = (topic.Address, XmlText.Of(topic.Address.TitleOn(site.Name)));
        return new Feed(file, title, absolute.Of(topic.Page), absolute.Of(address.Of(file.Name)), absolute.Of(address.Of(file.Name, older)), next is null ? null : absolute.Of(address.Of(file.Name, next)), items)
        {
            Site = XmlText.Of(site.Name),
            SiteUrl = absolute.Of(SiteUrls.Front),
            Language = site.Language,
            Description = topic.Address.Name is null && (site.Description ?? site.Tagline) is { } about ? XmlText.Of(about) : title,
        };
    }

    private async Task<List<FeedRow>> RowsAsync(IQueryable<Article> articles, bool isFull, CancellationToken ct) =>
        await articles.NewestFirst().Take(PageSize + 1)
            .LeftJoin(news.Assets, article => article.Picture!.File, asset => asset.File, (article, asset) => new FeedRow(
                article.Id,
                article.Slug,
                article.Headline,
                article.Standfirst,
                article.Language,
                article.Section.Slug,
                article.Section.Name,
                article.PublishedAt!.Value,
                article.UpdatedAt,
                isFull ? article.Body.Html : null,
                article.OffersSummary && article.Section.OffersSummaries ? article.Summary : null,
                asset!.File,
                (int?)asset.SizeBytes,
                article.Byline.OrderBy(entry => entry.Position).Select(entry => new NameRow(entry.Author.Name, entry.Author.Slug)).ToList(),
                article.Tags.OrderBy(entry => entry.Position).Select(entry => entry.Tag.Name).ToList()))
            .AsSplitQuery()
            .ToListAsync(ct);

    private FeedItem ItemOf(FeedRow row, SiteView site)
    {
        var url = absolute.Of(SiteUrls.Article(row.SectionSlug.Value, row.Slug.Value));
        var summary = row.Summary is { } made ? made.Text : row.Standfirst;
        return new FeedItem(
            ItemId.Of(new Uri(absolute.Of(SiteUrls.Front)), new PublishPosition(row.PublishedAt, row.Id)),
            url,
            XmlText.Of(row.Headline),
            string.IsNullOrWhiteSpace(summary) ? null : XmlText.Of(summary),
            row.Html is null ? null : XmlText.Of(FeedBody.Of(row.Html, new Uri(url))),
            row.Language ?? site.Language)
        {
            PublishedAt = row.PublishedAt,
            UpdatedAt = row.UpdatedAt > row.PublishedAt ? row.UpdatedAt.Value : row.PublishedAt,
            Authors = [.. row.Byline.Select(author => new FeedAuthor(XmlText.Of(author.Name), absolute.Of(SiteUrls.Author(author.Slug.Value))))],
            Categories = [.. row.Tags.Prepend(row.SectionName).Select(XmlText.Of).Distinct(StringComparer.Ordinal)],
            Picture = row.PictureFile is { } file && row.PictureBytes is { } bytes ? new FeedPicture(absolute.Of(SiteUrls.Media(file)), MediaTypeOf(file), bytes) : null,
        };
    }

    private static string MediaTypeOf(string file) => file[(file.LastIndexOf('.') + 1)..] is var kind && kind == "jpg" ? "image/jpeg" : "image/" + kind;

    private sealed record NameRow(string Name, Slug Slug);

    private sealed record FeedRow(
        long Id, Slug Slug, string Headline, string? Standfirst, string? Language, Slug SectionSlug, string SectionName, DateTimeOffset PublishedAt, DateTimeOffset? UpdatedAt,
        string? Html, ArticleSummary? Summary, string? PictureFile, int? PictureBytes, IReadOnlyList<NameRow> Byline, IReadOnlyList<string> Tags);
}
