using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Markup;

namespace NewsSite.Features.Summaries;

/// <summary>Picks sentences anew where an older method, or none, picked them. What people wrote is left alone.</summary>
/// <remarks>Each article is saved by itself and drops out of the query by that, so a run that was cut off goes on where it stopped.</remarks>
public sealed partial class SummaryRebuild(IServiceScopeFactory scopes, SummaryMaker maker, ILogger<SummaryRebuild> log)
{
    private const int BatchSize = 200;

    /// <param name="save">Keeps one article's new summary (id, summary, marked HTML); null when nothing is fit to be picked.</param>
    /// <returns>How many articles got a summary picked by the present method.</returns>
    public async Task<int> RunAsync(Func<IServiceProvider, long, ArticleSummary?, string, Task> save, CancellationToken ct)
    {
        var (done, after) = (0, 0L);
        while (await BatchAsync(after, ct) is { Count: > 0 } batch)
        {
            foreach (var article in batch)
            {
                await using var scope = scopes.CreateAsyncScope();
                done += await RebuildAsync(article, scope.ServiceProvider, save) ? 1 : 0;
            }

            after = batch[^1].Id;
            LogProgress(done, after);
        }

        return done;
    }

    private async Task<bool> RebuildAsync(Row row, IServiceProvider services, Func<IServiceProvider, long, ArticleSummary?, string, Task> save)
    {
        var body = StoredBody.Read(row.Html);
        var draft = maker.Make(new SummaryBrief(row.Headline, row.Standfirst, row.Language, row.Markdown, body, Choice: null));
        if (draft is null && !row.HasSummary) return false;

        await save(services, row.Id, draft?.Summary, draft?.MarkSources(body.Html, row.SiteLanguage) ?? body.Html);
        return draft is not null;
    }

    private async Task<List<Row>> BatchAsync(long after, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDbContext>();
        var siteLanguage = await db.SiteProfiles.Select(site => site.Language).SingleOrDefaultAsync(ct) ?? "en";
        var method = maker.Method;
        return await db.Articles
            .Where(article => article.Id > after && article.OffersSummary)
            .Where(article => article.Summary == null
                ? article.Words >= SummaryMaker.MinProseWords
                : article.Summary.Origin == SummaryOrigin.Picked && article.Summary.Method != method)
            .OrderBy(article => article.Id)
            .Take(BatchSize)
            .Select(article => new Row(
                article.Id, article.Headline, article.Standfirst, article.Language ?? siteLanguage, article.Body.Markdown, article.Body.Html, article.Summary != null, siteLanguage))
            .ToListAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Summaries: {Done} made, looked at articles up to {Id}")]
    private partial void LogProgress(int done, long id);

    private sealed record Row(
        long Id, string Headline, string? Standfirst, string Language, string Markdown, string Html, bool HasSummary, string SiteLanguage);
}
