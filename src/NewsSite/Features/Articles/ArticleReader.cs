using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Media;
using NewsSite.Features.Shared;
using NewsSite.Features.ShareCards;

namespace NewsSite.Features.Articles;

/// <summary>Answers everything an article page shows.</summary>
public sealed class ArticleReader(PublishedNews news, RelatedReader related, CurrentSite site, PageSources sources)
{
    private const int MaxSeriesParts = 50;

    /// <returns>Null when readers may not see such an article.</returns>
    public async Task<ArticleView?> FindAsync(string slug, CancellationToken ct)
    {
        if (Slug.TryParse(slug) is not { } wanted) return null;
        if (await RowAsync(wanted, ct) is not { } row) return null;

        sources.Add(SourcesOf(row));
        var (place, story) = (new PublishPosition(row.PublishedAt, row.Id), StoryOf(row));
        var view = new ArticleView(
            story,
            row.Byline,
            row.Tags,
            row.Html,
            row.Words,
            SummaryOf(row.Summary),
            (await NeighboursAsync(news.Before(place).NewestFirst(), 1, ct)).FirstOrDefault(),
            (await NeighboursAsync(news.After(place).OldestFirst(), 1, ct)).FirstOrDefault(),
            await SeriesAsync(row, ct),
            await TranslationsAsync(row, ct))
        {
            Card = ShareCard.Of(story.Id, story.Headline, story.Language, story.Section, site.View.Name, story.Picture),
            IsTranslation = row.TranslationOfId is not null,
        };
        return view with { Related = await related.FindAsync(story.Id, view.Tags, KinOf(view), ct) };
    }

    // Neighbours are named by the announcement of a change; related articles share a tag, translations their original.
    private static IEnumerable<string> SourcesOf(ArticleRow row) =>
    [
        DependencyTags.Article(row.Id),
        DependencyTags.Article(row.TranslationOfId ?? row.Id),
        .. row.Series is { } series ? [DependencyTags.Series(series)] : Array.Empty<string>(),
        .. row.Tags.Select(tag => DependencyTags.Subject(tag.Id)),
    ];

    private static HashSet<string> KinOf(ArticleView view) =>
        [.. view.Series?.Parts.Select(part => part.Url) ?? [], .. view.Translations.Select(translation => translation.Url)];

    /// <returns>Null when no article that has this address was retracted.</returns>
    public async Task<RetractionView?> FindRetractedAsync(string slug, CancellationToken ct)
    {
        if (Slug.TryParse(slug) is not { } wanted) return null;
        var found = await news.Retracted.Where(article => article.Slug == wanted)
            .Select(article => new
            {
                article.Id,
                View = new RetractionView(
                    article.Slug.Value,
                    article.Headline,
                    article.Language ?? site.View.Language,
                    site.View.SectionOf(article.Section.Slug.Value, article.Section.Name),
                    article.PublishedAt!.Value,
                    article.RetractedAt,
                    article.RetractionNotice),
            })
            .SingleOrDefaultAsync(ct);
        if (found is not null) sources.Add(DependencyTags.Article(found.Id));
        return found?.View;
    }

    /// <returns>Null when no article has left this address.</returns>
    public async Task<LeftView?> FindLeftAsync(string slug, CancellationToken ct)
    {
        if (Slug.TryParse(slug) is not { } wanted) return null;
        var left = news.FormerSlugs.Where(former => former.Owner == SlugOwner.Article && former.Slug == wanted).Select(former => former.TargetId);
        return await news.Seen.Where(article => left.Contains(article.Id))
            .Select(article => new LeftView(
                article.Status == ArticleStatus.Published || article.Status == ArticleStatus.Retracted ? SiteUrls.Article(article.Section.Slug.Value, article.Slug.Value) : null))
            .SingleOrDefaultAsync(ct);
    }

    private Task<ArticleRow?> RowAsync(Slug slug, CancellationToken ct) =>
        news.Articles
            .Where(article => article.Slug == slug)
            .LeftJoin(news.Assets, article => article.Picture!.File, asset => asset.File, (article, asset) => new ArticleRow(
                article.Id,
                article.Slug,
                article.Headline,
                article.Standfirst,
                article.Language,
                article.Section.Slug,
                article.Section.Name,
                article.PublishedAt!.Value,
                article.UpdatedAt,
                article.Picture,
                asset!.Tone,
                (int?)asset.Focus.X,
                (int?)asset.Focus.Y,
                article.Body.Html,
                article.Words,
                article.OffersSummary && article.Section.OffersSummaries ? article.Summary : null,
                article.Series,
                article.TranslationOfId,
                article.Byline.OrderBy(entry => entry.Position).Select(entry => new AuthorLink(entry.Author.Name, entry.Author.Slug.Value)).ToList(),
                article.Tags.OrderBy(entry => entry.Position).Select(entry => new TagLink(entry.Tag.Id, entry.Tag.Name, entry.Tag.Slug.Value)).ToList()))
            .AsSplitQuery()
            .SingleOrDefaultAsync(ct);

    private StoryView StoryOf(ArticleRow row) => new(
        row.Id,
        row.Slug.Value,
        row.Headline,
        row.Standfirst,
        row.Language ?? site.View.Language,
        site.View.SectionOf(row.SectionSlug.Value, row.SectionName),
        row.PublishedAt,
        row.UpdatedAt > row.PublishedAt ? row.UpdatedAt : null,
        [.. row.Byline.Select(author => author.Name)],
        PictureView.Of(row.Picture, AssetFacts.Of(row.FocusX, row.FocusY, row.Tone)));

    internal static SummaryView? SummaryOf(ArticleSummary? summary) => summary is null
        ? null
        : new SummaryView([.. summary.Sentences.Select(s => new SummarySentenceView(s.Text, s.Anchor))], summary.Making, summary.Editor, summary.IsStale) { Text = summary.Text };

    private async Task<SeriesView?> SeriesAsync(ArticleRow row, CancellationToken ct)
    {
        if (row.Series is null) return null;

        var parts = await NeighboursAsync(news.InSeries(row.Series).OldestFirst(), MaxSeriesParts, ct);
        return new SeriesView(row.Series, parts, 1 + parts.FindIndex(part => part.Slug == row.Slug.Value));
    }

    private async Task<IReadOnlyList<TranslationLink>> TranslationsAsync(ArticleRow row, CancellationToken ct)
    {
        var original = row.TranslationOfId ?? row.Id;
        var others = news.InAnyLanguage(original).Where(article => article.Id != row.Id);
        return [.. (await NeighboursAsync(others.OldestFirst(), MaxSeriesParts, ct))
            .Select(other => new TranslationLink(other.Language, other.Url, other.Headline, other.Id == original))];
    }

    private async Task<List<NeighbourView>> NeighboursAsync(IQueryable<Article> articles, int count, CancellationToken ct) =>
        await articles.Take(count)
            .Select(article => new NeighbourView(
                article.Id, article.Section.Slug.Value, article.Slug.Value, article.Headline, article.Language ?? site.View.Language, article.PublishedAt!.Value))
            .ToListAsync(ct);

    private sealed record ArticleRow(
        long Id, Slug Slug, string Headline, string? Standfirst, string? Language, Slug SectionSlug, string SectionName,
        DateTimeOffset PublishedAt, DateTimeOffset? UpdatedAt, Picture? Picture, string? Tone, int? FocusX, int? FocusY, string Html, int Words, ArticleSummary? Summary,
        string? Series, long? TranslationOfId, IReadOnlyList<AuthorLink> Byline, IReadOnlyList<TagLink> Tags);
}
