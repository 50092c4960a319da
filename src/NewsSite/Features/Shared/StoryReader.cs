using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Features.Media;

namespace NewsSite.Features.Shared;

/// <summary>Reads articles as lists show them, one page at a time, by keyset.</summary>
public sealed class StoryReader(PublishedNews news, CurrentSite site)
{
    public const int PageSize = 20;

    /// <summary>The newest of <paramref name="articles"/>, newest first.</summary>
    public async Task<IReadOnlyList<StoryView>> NewestAsync(IQueryable<Article> articles, int count, CancellationToken ct) =>
        await ReadAsync(articles.NewestFirst().Take(count), ct);

    /// <summary>Visible articles by id, newest first.</summary>
    public async Task<IReadOnlyList<StoryView>> ByIdAsync(IReadOnlyCollection<long> ids, CancellationToken ct) =>
        await ReadAsync(news.ById(ids).NewestFirst(), ct);

    /// <summary>One page of the visible articles that <paramref name="filter"/> lets through.</summary>
    /// <returns>Null when no such page exists; the first page exists always, be it empty.</returns>
    public Task<StoryPage?> PageAsync(Func<IQueryable<Article>, IQueryable<Article>> filter, PageRequest page, CancellationToken ct) => page switch
    {
        { Older: null, Newer: null } => FirstAsync(filter(news.Articles), ct),
        { Older: { } older, Newer: null } when PublishPosition.TryParse(older) is { } place => OlderAsync(filter(news.Before(place)), ct),
        { Older: null, Newer: { } newer } when PublishPosition.TryParse(newer) is { } place => NewerAsync(filter(news.After(place)), ct),
        _ => Task.FromResult<StoryPage?>(null),
    };

    private async Task<StoryPage?> FirstAsync(IQueryable<Article> articles, CancellationToken ct)
    {
        var (stories, more) = Split(await NewestAsync(articles, PageSize + 1, ct));
        return new StoryPage(stories, more ? Place(stories[^1]) : null, Newer: null);
    }

    private async Task<StoryPage?> OlderAsync(IQueryable<Article> articles, CancellationToken ct)
    {
        var (stories, more) = Split(await NewestAsync(articles, PageSize + 1, ct));
        return stories.Count == 0 ? null : new StoryPage(stories, more ? Place(stories[^1]) : null, Place(stories[0]));
    }

    private async Task<StoryPage?> NewerAsync(IQueryable<Article> articles, CancellationToken ct)
    {
        var (stories, more) = Split(await ReadAsync(articles.OldestFirst().Take(PageSize + 1), ct));
        if (stories.Count == 0) return null;

        stories = [.. stories.Reverse()];
        return new StoryPage(stories, Place(stories[^1]), more ? Place(stories[0]) : null);
    }

    private static (IReadOnlyList<StoryView> Stories, bool More) Split(IReadOnlyList<StoryView> found) =>
        found.Count > PageSize ? ([.. found.Take(PageSize)], true) : (found, false);

    private static string Place(StoryView story) => new PublishPosition(story.PublishedAt, story.Id).ToString();

    private async Task<IReadOnlyList<StoryView>> ReadAsync(IQueryable<Article> articles, CancellationToken ct)
    {
        var rows = await articles
            .LeftJoin(news.Assets, article => article.Picture!.File, asset => asset.File, (article, asset) => new StoryRow(
                article.Id,
                article.Slug,
                article.Headline,
                article.Standfirst,
                article.Language,
                article.Section.Slug,
                article.Section.Name,
                article.PublishedAt!.Value,
                article.UpdatedAt,
                // Not entry.Author.Name: joined to their authors, SQLite reads the bylines of all articles to find those of twenty.
                article.Byline.OrderBy(entry => entry.Position).Select(entry => news.Authors.Where(author => author.Id == entry.AuthorId).Select(author => author.Name).First()).ToList(),
                article.Picture,
                asset!.Tone,
                (int?)asset.Focus.X,
                (int?)asset.Focus.Y))
            .ToListAsync(ct);
        return [.. rows.Select(row => row.ToStory(site.View))];
    }

    private sealed record StoryRow(
        long Id, Slug Slug, string Headline, string? Standfirst, string? Language, Slug SectionSlug, string SectionName,
        DateTimeOffset PublishedAt, DateTimeOffset? UpdatedAt, IReadOnlyList<string> Authors, Picture? Picture, string? Tone, int? FocusX, int? FocusY)
    {
        public StoryView ToStory(SiteView site) => new(
            Id,
            Slug.Value,
            Headline,
            Standfirst,
            Language ?? site.Language,
            site.SectionOf(SectionSlug.Value, SectionName),
            PublishedAt,
            UpdatedAt > PublishedAt ? UpdatedAt : null,
            Authors,
            PictureView.Of(Picture, AssetFacts.Of(FocusX, FocusY, Tone)));
    }
}
