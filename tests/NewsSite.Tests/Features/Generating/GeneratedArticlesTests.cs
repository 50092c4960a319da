using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Features.Generating;
using NewsSite.Features.Publishing;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Generating;

public sealed class GeneratedArticlesTests : IDisposable
{
    private static readonly string[] Tables = ["Articles", "ArticleBodies", "Bylines", "ArticleTags", "PublicationEvents"];

    private readonly NewsApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Generated_articles_are_read_like_any_other()
    {
        await app.Services.GetRequiredService<ArticleGenerator>().RunAsync(30, withSummaries: false, Ct);

        var newest = (await app.PageAsync("/")).QuerySelector(".lead .hed a, .top .hed a")!.GetAttribute("href")!;
        var page = await app.PageAsync(newest);

        Assert.NotNull(page.QuerySelector("[rel=prev]"));
        Assert.NotEmpty((await app.PageAsync("/search?q=" + page.QuerySelector("h1")!.TextContent.Split(' ')[^1])).QuerySelectorAll("main .hed a"));
        Assert.True(page.QuerySelectorAll(".body p").Length >= 6);
    }

    [Fact]
    public async Task Generating_with_summaries_gives_each_its_box()
    {
        await app.Services.GetRequiredService<ArticleGenerator>().RunAsync(3, withSummaries: true, Ct);

        Assert.Equal(3, await app.WithDatabaseAsync(db => db.Articles.CountAsync(a => a.Summary != null, Ct)));
    }

    [Fact]
    public async Task A_bulk_insert_writes_what_an_ordinary_save_writes()
    {
        await app.Services.GetRequiredService<ArticleGenerator>().RunAsync(1, withSummaries: false, Ct);
        var bulk = await RowsAsync();

        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDbContext>();
            var stored = await db.Articles.Include(a => a.Section).Include(a => a.Body).Include(a => a.Byline).ThenInclude(b => b.Author)
                .Include(a => a.Tags).ThenInclude(t => t.Tag).SingleAsync(Ct);
            var copy = CopyOf(stored);
            db.Articles.Remove(stored);
            await db.SaveChangesAsync(Ct);
            var desk = services.GetRequiredService<PublishingDesk>();
            var article = await desk.DraftAsync(copy, Ct);
            await desk.PublishAsync(article.Id, stored.PublishedAt!.Value, NewsSite.Domain.Staff.Actor.CommandLine, Ct);
            return 0;
        });

        // The ordinary save counts the draft and the publishing as two versions and names what it touched.
        Assert.Equal(bulk, (await RowsAsync()).Replace("Version=2", "Version=1", StringComparison.Ordinal));
    }

    private static ArticleCopy CopyOf(Article stored) => new()
    {
        Headline = stored.Headline,
        Standfirst = stored.Standfirst,
        Slug = stored.Slug,
        Section = stored.Section,
        Authors = [.. stored.Byline.OrderBy(b => b.Position).Select(b => b.Author)],
        Tags = [.. stored.Tags.OrderBy(t => t.Position).Select(t => t.Tag)],
        Markdown = stored.Body.Markdown,
        Html = stored.Body.Html,
        Words = stored.Words,
    };

    private async Task<string> RowsAsync()
    {
        var all = new List<string>();
        foreach (var table in Tables)
        {
            all.Add(await app.WithDatabaseAsync(async db =>
            {
                await db.Database.OpenConnectionAsync(Ct);
                await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the names stand above
                command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2";
#pragma warning restore CA2100
                await using var reader = await command.ExecuteReaderAsync(Ct);
                var rows = new List<string>();
                while (await reader.ReadAsync(Ct))
                {
                    rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount)
                        .Where(i => reader.GetName(i) is not ("Id" or "ArticleId" or "DependencyTags"))
                        .Select(i => string.Create(CultureInfo.InvariantCulture, $"{reader.GetName(i)}={reader.GetValue(i)}"))));
                }

                return $"{table}: {string.Join("; ", rows)}";
            }));
        }

        return string.Join('\n', all);
    }
}
