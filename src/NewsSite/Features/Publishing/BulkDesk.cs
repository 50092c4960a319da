using NewsSite.Data.Sqlite;
using NewsSite.Domain.Articles;

namespace NewsSite.Features.Publishing;

/// <summary>Publishes many new articles at once, by the same rule as <see cref="PublishingDesk"/>.</summary>
public sealed class BulkDesk(BulkInsert insert, TimeProvider clock)
{
    /// <summary>One transaction, which counts as a change of everything.</summary>
    /// <param name="copies">Plain paragraphs without picture or summary, each with the instant from which readers may see it (UTC).</param>
    /// <exception cref="InvalidOperationException">One of them may not be published; none is kept.</exception>
    public async Task PublishAsync(IReadOnlyList<(ArticleCopy Copy, DateTimeOffset At)> copies, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var articles = new List<Article>(copies.Count);
        foreach (var (copy, at) in copies)
        {
            var article = Article.Draft(copy);
            if (article.Publish(at, now) is var outcome and not StepOutcome.Done)
                throw new InvalidOperationException($"“{article.Headline}” cannot be published: {outcome}.");
            articles.Add(article);
        }

        await insert.AddAsync(articles, [DependencyTags.Everything], now, ct);
    }
}
