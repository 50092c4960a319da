using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Features.Generating;
using NewsSite.Tests.Support;
using SQLitePCL;

namespace NewsSite.Tests.Data;

/// <summary>Every page of the archive is reached by seeking an index, never by walking it.</summary>
public sealed class QueryPlanTests(QueryPlanTests.LongArchive archive) : IClassFixture<QueryPlanTests.LongArchive>
{
    // SQLite counts its own work: a walk over 3,000 articles takes tens of thousands of steps.
    private const int StepsOfASeek = 400;

    public static TheoryData<string> Queries => [.. LongArchive.Queries.Keys];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task The_query_seeks_the_publish_order(string name)
    {
        var (sql, plan) = await archive.PlanAsync(news => LongArchive.Queries[name](news).Select(a => new { a.Id, a.Headline }));

        Assert.Matches("SEARCH .* USING (COVERING )?INDEX IX_Articles_(SectionId_)?Status_PublishedAt_Id", plan);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        Assert.InRange(await archive.StepsAsync(sql), 1, StepsOfASeek);
    }

    [Fact]
    public async Task Articles_of_a_month_are_counted_from_the_index_alone()
    {
        var hours = Enumerable.Range(0, 12).Select(n => new PublishSpan(NewsApp.Noon.AddDays(-14).AddHours(n), NewsApp.Noon.AddDays(-14).AddHours(n + 1)));

        var (sql, plan) = await archive.PlanAsync(news => news.CountsIn(hours));

        Assert.Contains("SEARCH Articles USING COVERING INDEX IX_Articles_Status_PublishedAt_Id (Status=? AND PublishedAt>? AND PublishedAt<?)", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN Articles", plan, StringComparison.Ordinal);
        Assert.InRange(await archive.StepsAsync(sql), 1, 5 * StepsOfASeek); // some hundred articles in twelve spans, of 3,000
    }

    [Fact]
    public async Task Names_in_use_are_read_in_the_order_of_their_addresses_and_each_asks_for_one_article()
    {
        var (_, tags) = await archive.PlanAsync(news => news.TagsInUse.OrderBy(tag => tag.Slug).Take(200));
        var (_, authors) = await archive.PlanAsync(news => news.AuthorsInPrint.OrderBy(author => author.Slug).Take(200));

        Assert.Matches(@"SCAN \w+ USING INDEX IX_Tags_Slug[\s\S]*SEARCH \w+ (EXISTS )?USING COVERING INDEX IX_ArticleTags_TagId_ArticleId[\s\S]*SEARCH \w+ (EXISTS )?USING INTEGER PRIMARY KEY", tags);
        Assert.Matches(@"SCAN \w+ USING INDEX IX_Authors_Slug[\s\S]*SEARCH \w+ (EXISTS )?USING COVERING INDEX IX_Bylines_AuthorId_ArticleId[\s\S]*SEARCH \w+ (EXISTS )?USING INTEGER PRIMARY KEY", authors);
        Assert.DoesNotContain("TEMP B-TREE", tags + authors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_whose_ids_are_known_are_sought_by_them()
    {
        var (sql, plan) = await archive.PlanAsync(news => news.ById([1, 1500, 3000]).NewestFirst());

        Assert.Contains("SEARCH a USING INTEGER PRIMARY KEY", plan, StringComparison.Ordinal);
        Assert.InRange(await archive.StepsAsync(sql), 1, StepsOfASeek);
    }

    [Fact]
    public async Task The_translations_of_an_article_are_sought_however_long_the_archive()
    {
        var (sql, plan) = await archive.PlanAsync(news => news.InAnyLanguage(1500).Where(article => article.Id != 1500).OldestFirst().Take(50).Select(article => new { article.Id, article.Headline }));

        Assert.Contains("USING INDEX IX_Articles_TranslationOfId", plan, StringComparison.Ordinal);
        Assert.InRange(await archive.StepsAsync(sql), 1, StepsOfASeek);
    }

    [Fact]
    public async Task The_parts_of_a_series_are_sought_however_long_the_archive()
    {
        var (sql, _) = await archive.PlanAsync(news => news.InSeries("The quay").OldestFirst().Take(50).Select(article => new { article.Id, article.Headline }));

        Assert.InRange(await archive.StepsAsync(sql), 1, StepsOfASeek);
    }

    [Fact]
    public async Task The_measure_itself_tells_a_walk_from_a_seek()
    {
        var (sql, _) = await archive.PlanAsync(news => news.Articles.Where(a => a.Headline == "none").Take(1).Select(a => new { a.Id, a.Headline }));

        Assert.True(await archive.StepsAsync(sql) > 10 * StepsOfASeek);
    }

    public sealed class LongArchive : IAsyncLifetime
    {
        private const int Count = 3000;

        private readonly NewsApp app = new();

        public static readonly IReadOnlyDictionary<string, Func<PublishedNews, IQueryable<Article>>> Queries =
            new Dictionary<string, Func<PublishedNews, IQueryable<Article>>>
            {
                ["previous of the newest"] = news => news.Before(Place(1)).NewestFirst().Take(1),
                ["previous in the middle"] = news => news.Before(Place(Count / 2)).NewestFirst().Take(1),
                ["previous of the oldest"] = news => news.Before(Place(Count)).NewestFirst().Take(1),
                ["next of the oldest"] = news => news.After(Place(Count)).OldestFirst().Take(1),
                ["next in the middle"] = news => news.After(Place(Count / 2)).OldestFirst().Take(1),
                ["newest"] = news => news.Articles.NewestFirst().Take(10),
                ["a section, deep"] = news => news.Before(Place(Count / 2)).Where(a => a.SectionId == 1).NewestFirst().Take(10),
                ["a page of a month"] = news => news.Between(new PublishPosition(At(1020), 0), new PublishPosition(At(1000), 0)).OldestFirst().Take(50),
                ["the first of the months after"] = news => news.After(new PublishPosition(At(1000), 0)).OldestFirst().Take(1),
                ["a day long ago"] = news => news.Before(new PublishPosition(At(2800), 0)).Where(a => a.PublishedAt >= At(2810)).NewestFirst().Take(10),
            };

        public async ValueTask InitializeAsync() =>
            await app.Services.GetRequiredService<ArticleGenerator>().RunAsync(Count, withSummaries: false, CancellationToken.None);

        public async Task<(string Sql, string Plan)> PlanAsync<T>(Func<PublishedNews, IQueryable<T>> query)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDbContext>();
            var command = query(new PublishedNews(db, new RequestInstant(app.Clock))).CreateDbCommand();
            var sql = Inlined(command);
            command.CommandText = "EXPLAIN QUERY PLAN " + sql;
            command.Parameters.Clear();
            await db.Database.OpenConnectionAsync();
            await using var reader = await command.ExecuteReaderAsync();
            var plan = new List<string>();
            while (await reader.ReadAsync()) plan.Add(reader.GetString(3));
            return (sql, string.Join('\n', plan));
        }

        /// <summary>How many steps SQLite's virtual machine takes to run <paramref name="sql"/> to its end.</summary>
        public async Task<int> StepsAsync(string sql)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDbContext>();
            await db.Database.OpenConnectionAsync();
            var handle = ((Microsoft.Data.Sqlite.SqliteConnection)db.Database.GetDbConnection()).Handle!;
            Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(handle, sql, out var statement));
            using (statement)
            {
                while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
                {
                }

                return raw.sqlite3_stmt_status(statement, raw.SQLITE_STMTSTATUS_VM_STEP, 0);
            }
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private static DateTimeOffset At(int number) => NewsApp.Noon - (TimeSpan.FromMinutes(7) * number);

        private static PublishPosition Place(int number) => new(At(number), Count - number + 1);

        private static string Inlined(System.Data.Common.DbCommand command)
        {
            var sql = command.CommandText;
            foreach (System.Data.Common.DbParameter parameter in command.Parameters)
            {
                var value = parameter.Value is DateTime at ? $"'{at:yyyy-MM-dd HH:mm:ss.FFFFFFF}'" : $"'{parameter.Value}'";
                sql = System.Text.RegularExpressions.Regex.Replace(sql, "@?" + parameter.ParameterName.TrimStart('@') + @"\b", parameter.Value is long or int ? $"{parameter.Value}" : value);
            }

            return sql;
        }
    }
}
