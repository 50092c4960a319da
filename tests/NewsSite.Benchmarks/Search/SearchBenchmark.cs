using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Benchmarks.Newsroom;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Features.Generating;
using NewsSite.Features.Publishing;
using NewsSite.Features.Search;
using NewsSite.Features.Shared;

namespace NewsSite.Benchmarks.Search;

/// <summary>How long a search takes, from the question to all that its page shows; beside it, a ranking of every hit.</summary>
internal static class SearchBenchmark
{
    private const int Rounds = 20;
    private const int RareArticles = 12;

    private static readonly (string Name, SearchRequest Asked)[] Searches =
    [
        ("a rare word", new SearchRequest { Words = "quokka" }),
        ("a common word, best match", new SearchRequest { Words = "ferry" }),
        ("a common word, newest first", new SearchRequest { Words = "ferry", Order = SearchRequest.ByDate }),
        ("a common word never in a headline", new SearchRequest { Words = "heard" }),
        ("the most common word", new SearchRequest { Words = "the" }),
        ("two common words", new SearchRequest { Words = "ferry shopkeepers" }),
        ("a phrase of common words", new SearchRequest { Words = "\"night ferry\"" }),
        ("a rare and a common word", new SearchRequest { Words = "the quokka" }),
        ("twelve common words", new SearchRequest { Words = "ferry nobody shopkeepers council crowns the had heard people asked said board" }),
        ("a common word in a section", new SearchRequest { Words = "ferry", Section = "sport" }),
        ("a common word by an author", new SearchRequest { Words = "ferry", Author = "generated-author-7" }),
        ("a common word of 2024", new SearchRequest { Words = "ferry", From = "2024-01-01", To = "2024-12-31" }),
        ("an unfinished word", new SearchRequest { Words = "shopkee" }),
        ("a misspelt word", new SearchRequest { Words = "councli" }),
        ("words never together", new SearchRequest { Words = "quokka shopkeepers zeppelin" }),
    ];

    public static async Task<int> RunAsync(IEnumerable<int> sizes)
    {
        foreach (var articles in sizes)
        {
            await using var site = await BenchSite.OpenAsync();
            var watch = Stopwatch.StartNew();
            await site.InScopeAsync(async services =>
            {
                await services.GetRequiredService<ArticleGenerator>().RunAsync(articles, withSummaries: false, CancellationToken.None);
                await AddRareAsync(services);
                return true;
            });
            var hits = await site.InScopeAsync(services => CountAsync(services.GetRequiredService<NewsDbContext>()));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles, made in {watch.Elapsed.TotalSeconds:F0} s; “ferry” is in {hits:N0} (milliseconds of {Rounds} rounds: least, median, most)"));
            foreach (var (name, asked) in Searches) await MeasureAsync(site, name, services => FindAsync(services, asked));
            await MeasureAsync(site, "for comparison: all hits ranked", services => RankAllAsync(services.GetRequiredService<NewsDbContext>()));
        }

        return 0;
    }

    private static async Task AddRareAsync(IServiceProvider services)
    {
        var (db, now) = (services.GetRequiredService<NewsDbContext>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var (section, author) = (await db.Sections.FirstAsync(), await db.Authors.FirstAsync());
        await services.GetRequiredService<BulkDesk>().PublishAsync(
            [.. Enumerable.Range(0, RareArticles).Select(n => (new ArticleCopy
            {
                Headline = $"A day out, part {n}", Slug = Slug.Of($"rare-{n}"), Section = section, Authors = [author], Tags = [],
                Markdown = "At the zoo a quokka was born.", Html = "<p>At the zoo a quokka was born.</p>", Words = 7,
            }, now.AddDays(-n * 30)))],
            CancellationToken.None);
    }

    private static async Task FindAsync(IServiceProvider services, SearchRequest asked)
    {
        services.GetRequiredService<CurrentSite>().View = await services.GetRequiredService<SiteDirectory>().GetAsync(CancellationToken.None);
        if (await services.GetRequiredService<SearchReader>().FindAsync(asked, CancellationToken.None) is not { Results: not null }) throw new InvalidOperationException($"“{asked.Words}” was not answered.");
    }

    private static Task<int> CountAsync(NewsDbContext db) =>
        db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM ArticleSearch WHERE ArticleSearch MATCH 'ferry'").SingleAsync();

    // By the full-text index's own bm25, weighted as an editor would.
    private static Task<List<long>> RankAllAsync(NewsDbContext db) =>
        db.Database.SqlQuery<long>($"SELECT rowid AS \"Value\" FROM ArticleSearch WHERE ArticleSearch MATCH 'ferry' ORDER BY bm25(ArticleSearch, 10.0, 4.0, 1.0, 5.0, 5.0, 0.0) LIMIT 20").ToListAsync();

    private static async Task MeasureAsync(BenchSite site, string name, Func<IServiceProvider, Task> work)
    {
        var times = new List<double>();
        for (var round = -3; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await site.InScopeAsync(async services =>
            {
                await work(services);
                return true;
            });
            if (round >= 0) times.Add(watch.Elapsed.TotalMilliseconds); // the first rounds warm up
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-36} {times[0],8:F1} {times[Rounds / 2],8:F1} {times[^1],8:F1}"));
    }
}
