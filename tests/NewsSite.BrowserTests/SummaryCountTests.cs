using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.BrowserTests.Newsroom;
using NewsSite.BrowserTests.Setting;
using NewsSite.Data;
using NewsSite.Features.Counts;
using static Microsoft.Playwright.Assertions;

namespace NewsSite.BrowserTests;

/// <summary>What a real browser makes the site count.</summary>
public sealed class SummaryCountTests(ReadingRoom room) : IAsyncLifetime
{
    private readonly RunningSite site = new(SampleEdition.Folder);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Opening_both_summaries_of_a_page_and_one_again_is_one_opening()
    {
        await using var reader = await room.OpenAsync(site);
        await reader.GoAsync(PageKinds.Article);
        await reader.Page.RunAndWaitForRequestFinishedAsync(() => reader.Page.Locator("#summary > summary").ClickAsync(), new() { Predicate = IsWord });
        foreach (var box in new[] { "#summary", "#summary", "#summary-end" }) await reader.Page.Locator(box + " > summary").ClickAsync();
        await Expect(reader.Page.Locator("#summary-end li").First).ToBeVisibleAsync();

        Assert.Equal((1, 1), await CountedAsync());
        Assert.Single(reader.Requests, IsWord);
        Assert.Empty(reader.Complaints);

        await reader.Page.RunAndWaitForRequestFinishedAsync(
            async () =>
            {
                await reader.Page.ReloadAsync();
                await reader.Page.Locator("#summary-end > summary").ClickAsync();
            },
            new() { Predicate = IsWord });
        Assert.Equal((2, 2), await CountedAsync());
    }

    [Fact]
    public async Task Without_script_a_read_is_counted_and_the_summary_opens_all_the_same()
    {
        await using var reader = await room.OpenAsync(site, new() { Script = false });
        await reader.GoAsync(PageKinds.Article);
        await reader.Page.Locator("#summary > summary").ClickAsync();
        await Expect(reader.Page.Locator("#summary li").First).ToBeVisibleAsync();

        Assert.Equal((1, 0), await CountedAsync());
    }

    [Fact]
    public async Task A_neighbour_is_fetched_ahead_when_a_reader_reaches_for_it_and_counts_once_it_is_opened()
    {
        await using var reader = await room.OpenAsync(site);
        await reader.GoAsync(PageKinds.Article);
        var neighbour = reader.Page.Locator(".turn a").First;
        var path = await neighbour.GetAttributeAsync("href");
        bool IsPage(Microsoft.Playwright.IRequest request) => new Uri(request.Url).AbsolutePath == path;
        await reader.Page.RunAndWaitForRequestFinishedAsync(() => neighbour.HoverAsync(), new() { Predicate = IsPage });
        Assert.Equal((1, 0), await CountedAsync());

        await reader.Page.RunAndWaitForRequestFinishedAsync(() => neighbour.ClickAsync(), new() { Predicate = request => new Uri(request.Url).AbsolutePath == "/count/read" });
        Assert.Equal((2, 0), await CountedAsync()); // asked for again, it would be one more
        Assert.Equal(path, reader.Path);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task The_desk_and_the_editor_show_the_plots_and_axe_finds_nothing()
    {
        var article = await SpreadAsync();
        await using var reader = await room.OpenAsync(site);
        await reader.Page.SignInAsync(site, await site.HireAsync("Ines Maddern"));

        await reader.Page.GotoAsync(new Uri(site.Address, "/admin?pile=Published").ToString());
        await Expect(reader.Page.Locator(".counts.site svg")).ToBeVisibleAsync();
        var lines = await reader.Page.EvaluateAsync<double>("() => Math.max(...[...document.querySelectorAll('.desk .figure')].map(figure => figure.offsetHeight / parseFloat(getComputedStyle(figure).lineHeight)))");
        Assert.InRange(lines, 0.9, 1.1);
        await StaffTests.LookAsync(reader, "desk-reads");
        await reader.Page.GotoAsync(new Uri(site.Address, $"/admin/articles/{article}").ToString());
        await reader.Page.Locator("#panel-reads").ScrollIntoViewIfNeededAsync();
        await Expect(reader.Page.Locator("#panel-reads svg")).ToBeVisibleAsync();
        await StaffTests.LookAsync(reader, "editor-reads");
        Assert.Empty(reader.Complaints);
    }

    private static bool IsWord(Microsoft.Playwright.IRequest request) => new Uri(request.Url).AbsolutePath == "/count/summary";

    private Task<(int Reads, int Opens)> CountedAsync() => InScopeAsync(async services =>
    {
        await services.GetRequiredService<CountKeeper>().KeepAsync(Ct);
        var counts = await services.GetRequiredService<NewsDbContext>().ArticleCounts.ToListAsync(Ct);
        return (counts.Sum(count => count.Reads), counts.Sum(count => count.SummaryOpens));
    });

    // A month of reads, much of the newest and little of the rest.
    private Task<long> SpreadAsync() => InScopeAsync(async services =>
    {
        var ids = await services.GetRequiredService<NewsDbContext>().Articles.Where(article => article.PublishedAt <= RunningSite.Now).OrderByDescending(article => article.PublishedAt).Select(article => article.Id).ToListAsync(Ct);
        var (tally, today) = (services.GetRequiredService<ReadTally>(), DateOnly.FromDateTime(RunningSite.Now.Date));
        foreach (var (place, id) in ids.Index())
        {
            for (var day = 0; day < 30; day++)
            {
                var reads = 400_000 / ((place + 2) * (day + 1)) * (3 + ((place + day) % 5)) / 4;
                tally.Add(new CountEntry(id, today.AddDays(-day), reads, reads / (7 + (place % 6))));
            }
        }

        await services.GetRequiredService<CountKeeper>().KeepAsync(Ct);
        return ids[0];
    });

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
