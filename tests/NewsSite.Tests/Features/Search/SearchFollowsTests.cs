using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data.Search;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Publishing;
using NewsSite.Tests.Features.Settings;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Search;

/// <summary>The index says of each article what the article says.</summary>
public sealed class SearchFollowsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_article_is_found_from_its_instant_until_it_is_taken_away()
    {
        using var app = NewsApp.With(new Story { Slug = "one", At = null, More = "status: draft", Headline = "The ferry sails" });
        var eva = await app.MemberAsync("Eva", StaffRole.Administrator);
        Assert.Equal(0, await FoundAsync(app, "ferry"));

        await PublishAsync(app, app.Clock.GetUtcNow().AddHours(2));
        Assert.Equal(0, await FoundAsync(app, "ferry"));
        await PublishAsync(app, app.Clock.GetUtcNow().AddHours(1)); // to another place of the publish order
        Assert.Equal((0, 1), (await FoundAsync(app, "ferry"), await RowsAsync(app)));

        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await FoundAsync(app, "ferry"));

        Assert.True((await app.StepAsync(eva, WorkflowStep.Unpublish, 1)).IsDone);
        Assert.Equal((0, 0), (await FoundAsync(app, "ferry"), await RowsAsync(app)));

        await PublishAsync(app, app.Clock.GetUtcNow());
        Assert.Equal(1, await FoundAsync(app, "ferry"));
        Assert.True((await app.StepAsync(eva, WorkflowStep.Retract, 1, note: "It was wrong.")).IsDone);
        Assert.Equal((0, 0), (await FoundAsync(app, "ferry"), await RowsAsync(app)));
    }

    [Fact]
    public async Task A_change_that_fails_leaves_the_index_as_it_was()
    {
        using var app = NewsApp.With(new Story { Slug = "one", Headline = "The ferry sails" });

        await app.WithDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Ct);
            var index = new SearchIndex(db);
            await index.RemoveAsync(db.Articles, Ct);
            return await db.Articles.CountAsync(Ct); // and no commit
        });

        Assert.Equal(1, await FoundAsync(app, "ferry"));
    }

    [Fact]
    public async Task A_renamed_tag_a_merged_author_and_a_merged_section_are_found_by_what_they_are_now()
    {
        await using var room = await SettingsRoom.OpenAsync(
            new Story { Slug = "one", Authors = "I. Maddern", Headline = "Ferry", More = "tags: [Harbor]" },
            new Story { Slug = "two", Section = "council", Headline = "Ferry again" });
        await room.SaveAsync($"/admin/settings/tags/{await room.TagAsync("harbor")}", ("Name", "Anchorage"), ("Slug", "anchorage"));
        await room.MergeAsync($"/admin/settings/authors/{await room.AuthorAsync("i-maddern")}", "Ines Maddern");
        await room.MergeAsync($"/admin/settings/sections/{await room.SectionAsync("harbour")}", "council");

        Assert.Equal(2, await room.App.WithDatabaseAsync(db => db.StaleSearchRows.CountAsync(Ct)) + 1); // “two” needs nothing
        Assert.Equal(1, await room.App.Services.GetRequiredService<SearchUpkeep>().RunAsync(Ct));

        Assert.Equal((1, 0), (await FoundAsync(room.App, "anchorage"), await FoundAsync(room.App, "harbor")));
        Assert.Equal(2, await FoundAsync(room.App, "&author=Ines+Maddern"));
        Assert.Equal(2, await FoundAsync(room.App, "ferry&section=council"));
        Assert.Equal(2, await RowsAsync(room.App));
        Assert.Equal(0, await room.App.Services.GetRequiredService<SearchUpkeep>().RunAsync(Ct));
    }

    [Fact]
    public async Task The_search_catches_up_by_itself()
    {
        await using var room = await SettingsRoom.OpenAsync(new Story { Slug = "one", Headline = "Ferry", More = "tags: [Harbor]" });
        await room.SaveAsync($"/admin/settings/tags/{await room.TagAsync("harbor")}", ("Name", "Anchorage"), ("Slug", "anchorage"));

        while (await FoundAsync(room.App, "anchorage") == 0)
        {
            Ct.ThrowIfCancellationRequested();
            room.App.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(0, await room.App.WithDatabaseAsync(db => db.StaleSearchRows.CountAsync(Ct)));
    }

    [Fact]
    public void The_rows_run_in_publish_order()
    {
        var at = new DateTimeOffset(1931, 5, 1, 0, 0, 0, TimeSpan.Zero);
        long[] rows = [SearchPlace.Of(at, 7), SearchPlace.Of(at, 8), SearchPlace.Of(at.AddSeconds(1), 1), SearchPlace.Of(NewsApp.Noon, 3), SearchPlace.Of(new DateTimeOffset(2105, 1, 1, 0, 0, 0, TimeSpan.Zero), 2)];

        Assert.Equal(rows.Order(), rows);
        Assert.Equal([7, 8, 1, 3, 2], rows.Select(SearchPlace.ArticleIdOf));
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchPlace.Of(at, 1L << 31));
    }

    private static Task<StepOutcome?> PublishAsync(NewsApp app, DateTimeOffset at) =>
        app.InScopeAsync(services => services.GetRequiredService<PublishingDesk>().PublishAsync(1, at, Actor.CommandLine, Ct));

    private static async Task<int> FoundAsync(NewsApp app, string query) => (await app.PageAsync("/search?q=" + query)).QuerySelectorAll("main .hed a").Length;

    private static Task<int> RowsAsync(NewsApp app) => app.WithDatabaseAsync(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM ArticleSearch").SingleAsync(Ct));
}
