using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Data.Search;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Features.Shared;
using NewsSite.Resources;

namespace NewsSite.Features.Feeds;

/// <summary>Knows what there are feeds of.</summary>
public sealed class FeedTopics(PublishedNews news, SiteDirectory directory)
{
    private const int LongestSearch = 200;

    /// <summary>All articles.</summary>
    public static readonly FeedTopic Site = new(FeedAddress.Site, SiteUrls.Front, articles => articles) { Source = DependencyTags.Fronts };

    /// <returns>Null when there is no such section.</returns>
    public async Task<FeedTopic?> SectionAsync(string slug, CancellationToken ct) =>
        Slug.TryParse(slug) is { } wanted && await news.Sections.SingleOrDefaultAsync(section => section.Slug == wanted, ct) is { } section
            ? new FeedTopic(FeedAddress.Section(slug, section.Name), SiteUrls.Section(slug), articles => articles.Where(article => article.SectionId == section.Id)) { Source = DependencyTags.Section(section.Id) }
            : null;

    /// <returns>Null when there is no such tag.</returns>
    public async Task<FeedTopic?> TagAsync(string slug, CancellationToken ct) =>
        Slug.TryParse(slug) is { } wanted && await news.Tags.SingleOrDefaultAsync(tag => tag.Slug == wanted, ct) is { } tag
            ? new FeedTopic(FeedAddress.Tag(slug, tag.Name), SiteUrls.Tag(slug), articles => articles.Where(article => article.Tags.Any(entry => entry.TagId == tag.Id))) { Source = DependencyTags.Subject(tag.Id), MayBeEmpty = false }
            : null;

    /// <returns>Null when there is nobody of that name.</returns>
    public async Task<FeedTopic?> AuthorAsync(string slug, CancellationToken ct) =>
        Slug.TryParse(slug) is { } wanted && await news.Authors.SingleOrDefaultAsync(author => author.Slug == wanted, ct) is { } author
            ? new FeedTopic(FeedAddress.Author(slug, author.Name), SiteUrls.Author(slug), articles => articles.Where(article => article.Byline.Any(entry => entry.AuthorId == author.Id))) { Source = DependencyTags.Author(author.Id), MayBeEmpty = false }
            : null;

    /// <summary>A search, kept up: newest first.</summary>
    /// <param name="query">As the reader typed it; any text is safe.</param>
    /// <param name="older">As <see cref="FeedReader.FindAsync"/> takes it.</param>
    /// <returns>Null when nothing is asked, or too much.</returns>
    public async Task<FeedTopic?> SearchAsync(string? query, string? older, CancellationToken ct)
    {
        if (CleanText.OneLine(query ?? "").Trim() is not { Length: > 0 and <= LongestSearch } asked) return null;

        var culture = CultureInfo.GetCultureInfo((await directory.GetAsync(ct)).Language);
        var found = await news.Search.FindAsync(new SearchAsk(SearchWords.Typed(asked)) { Order = SearchOrder.Newest }, PlaceOf(older), FeedReader.PageSize + 1, ct);
        var ids = found.Select(hit => hit.ArticleId).ToList();
        return new FeedTopic(
            FeedAddress.Search(asked, string.Format(culture, Labels.Get("SearchFor", culture), asked)),
            QueryHelpers.AddQueryString(SiteUrls.Search, "q", asked),
            _ => news.ById(ids)); // found after the place already
    }

    private static SearchPosition? PlaceOf(string? older) =>
        older is not null && PublishPosition.TryParse(older) is { } place ? new SearchPosition(0, SearchPlace.Of(place.At, Math.Min(place.Id, SearchPlace.MostId))) : null;
}
