using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Staff;
using NewsSite.Features.Counts;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Counts;

/// <summary>How counts come from memory to the database.</summary>
public sealed class CountKeepingTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly NewsApp app = NewsApp.With(Story.Dated("quay", NewsApp.Noon.AddDays(-1)), Story.Dated("tide", NewsApp.Noon.AddDays(-1)));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Reading_writes_nothing_and_all_of_it_is_filed_with_one_command()
    {
        await app.PageAsync("/harbour/quay"); // the site itself is read once
        var reading = await app.Commands.OfAsync(async () => await app.ReadAsync("/harbour/quay"));
        Assert.Equal(reading, await app.Commands.OfAsync(async () => await app.ReadAsync("/harbour/quay", null, ("Sec-Fetch-Dest", "empty"))));
        await app.ReadAsync("/harbour/tide");
        Assert.Empty(await app.WithDatabaseAsync(CountRoom.StoredAsync));

        Assert.Equal(1, await app.Commands.OfAsync(() => app.Services.GetRequiredService<CountKeeper>().KeepAsync(Ct)));
        Assert.Equal(0, await app.Commands.OfAsync(() => app.Services.GetRequiredService<CountKeeper>().KeepAsync(Ct)));

        Assert.Equal([(1, "2026-11-22", 1, 0), (2, "2026-11-22", 1, 0)], await app.WithDatabaseAsync(CountRoom.StoredAsync));
    }

    [Fact]
    public async Task Every_few_seconds_it_happens_by_itself()
    {
        await app.ReadAsync("/harbour/quay");

        List<(long, string, int, int)> stored;
        app.Clock.Advance(CountService.Every);
        do
        {
            await Task.Yield();
            stored = await app.WithDatabaseAsync(CountRoom.StoredAsync);
        }
        while (stored.Count == 0 && !Ct.IsCancellationRequested);

        Assert.Equal([(1, "2026-11-22", 1, 0)], stored);
    }

    [Fact]
    public async Task A_database_that_is_locked_loses_nothing()
    {
        await app.ReadAsync("/harbour/quay");
        await using (var other = new SqliteConnection($"Data Source={app.DataFolder}/news.db;Default Timeout=1"))
        {
            await other.OpenAsync(Ct);
            await using var held = other.BeginTransaction(deferred: false);
            await app.Services.GetRequiredService<CountKeeper>().KeepAsync(Ct);
        }

        Assert.Empty(await app.WithDatabaseAsync(CountRoom.StoredAsync));
        await app.ReadAsync("/harbour/quay");
        Assert.Equal([(1, "2026-11-22", 2, 0)], await app.CountsAsync());
    }

    [Fact]
    public async Task A_site_that_stops_files_the_rest()
    {
        await app.ReadAsync("/harbour/quay");

        await app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<CountService>().Single().StopAsync(Ct);

        Assert.Equal([(1, "2026-11-22", 1, 0)], await app.WithDatabaseAsync(CountRoom.StoredAsync));
    }

    [Fact]
    public async Task Counts_go_with_their_article()
    {
        app.Tally(1, Today, 5);
        app.Tally(2, Today, 7);
        Assert.Equal(2, (await app.CountsAsync()).Count);

        await app.WithDatabaseAsync(db => db.Articles.Where(article => article.Id == 1).ExecuteDeleteAsync(Ct));

        Assert.Equal([(2, "2026-11-22", 7, 0)], await app.WithDatabaseAsync(CountRoom.StoredAsync));
    }

    [Fact]
    public void A_full_tally_goes_on_with_what_is_in_it_and_leaves_the_rest()
    {
        var tally = new ReadTally();
        for (var id = 1; id <= ReadTally.MaxEntries + 5; id++) tally.Add(new CountEntry(id, Today, 1, 0));
        tally.Add(new CountEntry(1, Today, 1, 0));

        var taken = tally.Take();

        Assert.Equal(ReadTally.MaxEntries, taken.Count);
        Assert.Equal(2, taken.Single(entry => entry.ArticleId == 1).Reads);
        tally.Add(new CountEntry(1, Today, 1, 0));
        Assert.Single(tally.Take());
    }

    [Fact]
    public async Task Whoever_counts_while_the_tally_is_taken_is_counted_once()
    {
        var (tally, taken, isDone) = (new ReadTally(), 0, false);
        var taker = Task.Run(
            () =>
            {
                while (!Volatile.Read(ref isDone)) taken += tally.Take().Sum(entry => entry.Reads);
            },
            Ct);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () =>
            {
                for (var i = 0; i < 20_000; i++) tally.Add(new CountEntry(i % 7, Today, 1, 0));
            },
            Ct)));
        Volatile.Write(ref isDone, true);
        await taker;

        Assert.Equal(80_000, taken + tally.Take().Sum(entry => entry.Reads));
    }

    [Fact]
    public async Task The_desk_shows_reads_of_each_live_article_and_of_the_whole_site()
    {
        await app.HireAsync(StaffRoom.Admin, StaffRole.Administrator);
        using var browser = await app.BrowserOfAsync(StaffRoom.Admin);
        app.Tally(1, Today, 1200, 60);
        app.Tally(1, Today.AddDays(-3), 34, 3);
        app.Tally(1, Today.AddDays(-30), 500); // a day too old
        app.Tally(2, Today, 1);
        await app.CountsAsync();

        var desk = (await browser.GetAsync("/admin?pile=Published")).Page;

        var row = desk.QuerySelectorAll("tbody tr").Single(each => each.QuerySelector("a[href='/admin/articles/1']") is not null);
        Assert.Equal("1,234", row.QuerySelector(".figure")!.TextContent);
        Assert.Contains("63 summaries opened", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("1,234 reads in 30 days, most on 22 Nov (1,200), 1,200 today.", row.QuerySelector("svg[role=img]")!.GetAttribute("aria-label"));
        Assert.Equal("1,235 reads in 30 days, most on 22 Nov (1,201), 1,201 today.", desk.QuerySelector(".site svg")!.GetAttribute("aria-label"));
        Assert.Null((await browser.GetAsync("/admin")).Page.QuerySelector(".counts"));

        var panel = (await browser.GetAsync("/admin/articles/1")).Page.QuerySelector("#panel-reads")!.TextContent;
        Assert.Contains("1,234 reads", panel, StringComparison.Ordinal);
        Assert.Contains("1,734 reads", panel, StringComparison.Ordinal);
        Assert.Contains("by 5 of 100 readers", panel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_sees_counts_of_their_own_articles_only()
    {
        var con = await app.MemberAsync("Con", StaffRole.Contributor);
        app.Tally(1, Today, 5);
        await app.CountsAsync();

        Assert.Empty((await app.DeskAsync(con, NewsSite.Features.Newsroom.DeskPile.Published)).Reads);
    }

    [Fact]
    public async Task However_many_articles_lie_there_the_desk_asks_as_often()
    {
        var ada = await app.MemberAsync("Ada", StaffRole.Administrator);
        Task DeskAsync() => app.DeskAsync(ada, NewsSite.Features.Newsroom.DeskPile.Published);
        await DeskAsync();
        var two = await app.Commands.OfAsync(DeskAsync);
        for (var i = 0; i < 20; i++) Assert.True((await app.StepAsync(ada, NewsSite.Domain.Articles.WorkflowStep.Publish, form: NewsDesk.Sheet($"Number {i}"))).IsDone);

        Assert.Equal(two, await app.Commands.OfAsync(DeskAsync));
    }
}
