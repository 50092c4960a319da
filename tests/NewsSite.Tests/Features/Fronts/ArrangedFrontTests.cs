using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Fronts;
using NewsSite.Domain.Staff;
using NewsSite.Features.Fronts;
using NewsSite.Features.Newsroom.Front;
using NewsSite.Features.Shared;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Fronts;

/// <summary>What readers see of an arranged front page, and when.</summary>
public sealed class ArrangedFrontTests : IAsyncLifetime
{
    private readonly NewsApp app = NewsApp.With([
        .. Enumerable.Range(0, 20).Select(n => Story.Dated($"story-{n:00}", NewsApp.Noon.AddHours(-1 - n))),
        Story.Dated("later", NewsApp.Noon.AddHours(3))]);

    private StaffMember eva = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => eva = await app.MemberAsync("Eva", StaffRole.Editor, 1, 2);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_placed_stands_in_its_slot_for_readers_once_it_is_put_out_and_not_before()
    {
        await PlaceAsync("story-15", 0);
        await PlaceAsync("story-03", 2);
        Assert.Equal(["story-00", "story-01", "story-02", "story-03", "story-04", "story-05"], await SlotsAsync());

        await app.PutOutAsync(eva);

        var page = await app.PageAsync("/");
        Assert.Equal(["story-15", "story-00", "story-03", "story-01", "story-02", "story-04"], Slots(page));
        var all = page.QuerySelectorAll("main .hed a").Where(link => link.Closest(".rail, .band > h2") is null).Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(all.Distinct(), all);
        Assert.Contains("/harbour/story-05", all); // in its band
    }

    [Fact]
    public async Task A_placement_steps_aside_by_itself_and_a_pinned_one_stays()
    {
        await PlaceAsync("story-15", 0, FrontStay.SixHours);
        await PlaceAsync("story-16", 1, FrontStay.Pinned);
        await app.PutOutAsync(eva);
        app.Clock.Advance(TimeSpan.FromHours(6) - TimeSpan.FromMilliseconds(1));
        Assert.Equal("story-15", (await SlotsAsync())[0]);

        app.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(["later", "story-16", "story-00"], (await SlotsAsync())[..3]);
    }

    [Fact]
    public async Task A_scheduled_article_takes_its_slot_when_it_is_out_and_nothing_of_it_shows_before()
    {
        await PlaceAsync("later", 0);
        await app.AnnounceAsync(eva, "The quay is closed", "/harbour/later", hours: 24);
        await app.PutOutAsync(eva);

        var before = await app.PageAsync("/");
        Assert.Equal("story-00", Slots(before)[0]);
        Assert.DoesNotContain("later", before.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Null(before.QuerySelector(".breaking a"));
        Assert.Equal("The quay is closed", before.QuerySelector(".breaking span")!.TextContent);

        app.Clock.Advance(TimeSpan.FromHours(3));
        var after = await app.PageAsync("/");
        Assert.Equal(["later", "story-00"], Slots(after)[..2]);
        Assert.Equal("/harbour/later", after.QuerySelector(".breaking a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_taken_from_readers_leaves_its_slot_to_publish_order()
    {
        var ines = await app.MemberAsync("Ines", StaffRole.Administrator);
        var id = await app.ArticleAsync(ines, (ines, WorkflowStep.Publish));
        await app.ArrangeAsync(eva, FrontStep.Place, id);
        await app.PutOutAsync(eva);
        Assert.Equal("the-mole-asks-for-a-siren", (await SlotsAsync())[0]);

        Assert.True((await app.StepAsync(ines, WorkflowStep.Unpublish, id, note: "Wrong.")).IsDone);
        Assert.Equal("story-00", (await SlotsAsync())[0]);

        await app.ArrangeAsync(eva, FrontStep.TakeOff, id);
        app.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Equal("later", (await SlotsAsync())[0]);
    }

    [Fact]
    public async Task The_banner_says_what_it_is_in_words_and_goes_away_by_itself()
    {
        await app.AnnounceAsync(eva, "The <quay> is closed", "/harbour/story-15", hours: 2);
        Assert.Null((await app.PageAsync("/")).QuerySelector(".breaking"));
        await app.PutOutAsync(eva);
        app.Clock.Advance(TimeSpan.FromHours(2) - TimeSpan.FromMilliseconds(1));

        var banner = (await app.PageAsync("/")).QuerySelector("main > .breaking")!;
        Assert.Equal(("Breaking", "The <quay> is closed", "/harbour/story-15"), (banner.QuerySelector("strong")!.TextContent, banner.QuerySelector("a")!.TextContent, banner.QuerySelector("a")!.GetAttribute("href")));
        app.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Null((await app.PageAsync("/")).QuerySelector(".breaking"));
    }

    [Fact]
    public async Task A_front_costs_six_queries_at_most_whatever_is_placed()
    {
        var bare = await QueriesAsync();
        foreach (var slot in Enumerable.Range(0, FrontPlan.Slots)) await PlaceAsync($"story-{19 - slot:00}", slot);
        await app.AnnounceAsync(eva, "The quay is closed", "/harbour/story-12");
        await app.PutOutAsync(eva);

        Assert.Equal((5, 6), (bare, await QueriesAsync()));
    }

    private async Task<int> QueriesAsync()
    {
        var counter = new QueryCounter();
        var options = new DbContextOptionsBuilder<NewsDbContext>().AddInterceptors(counter);
        NewsSite.Data.Sqlite.SqliteDatabase.Configure(options, Path.Combine(app.DataFolder, "news.db"));
        await using var db = new NewsDbContext((DbContextOptions<NewsDbContext>)options.Options);
        var now = new RequestInstant(app.Clock);
        var (news, site) = (new PublishedNews(db, now), new CurrentSite { View = await app.Services.GetRequiredService<SiteDirectory>().GetAsync(Ct) });
        var view = await new FrontReader(news, new StoryReader(news, site), site, now, new PageSources()).ReadAsync(Ct);
        Assert.Equal(5, view.Top.Count);
        return counter.Count;
    }

    private async Task PlaceAsync(string slug, int slot, FrontStay stay = FrontStay.Day) =>
        Assert.Equal(FrontEnd.Done, (await app.ArrangeAsync(eva, FrontStep.Place, await app.IdOfAsync(slug), slot, stay)).End);

    private async Task<string[]> SlotsAsync() => Slots(await app.PageAsync("/"));

    // The lead, then what shares its column, then the rest.
    private static string[] Slots(IDocument page) => [.. page.QuerySelectorAll(".top .hed a").Select(link => link.GetAttribute("href")!.Split('/')[^1])];
}
