using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Delivery;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Features.Publishing;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Delivery;

public sealed class PublicationFeedTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(Story.Dated("a-story", NewsApp.Noon.AddDays(-1)), new Story { Slug = "b-story", At = null, More = "status: draft" });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task What_another_process_publishes_is_heard_at_the_next_look()
    {
        var before = await TextAsync("/");
        using var other = app.Restarted();
        await PublishAsync(other);
        Assert.Equal(before, await TextAsync("/"));

        await app.Services.GetRequiredService<PublicationFeed>().CatchUpAsync(Ct);

        Assert.Contains("Headline of b-story", await TextAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_is_rolled_back_is_none()
    {
        await TextAsync("/");
        await app.WithDatabaseAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Ct);
            (await db.SiteProfiles.SingleAsync(Ct)).NameHere("Nobody's Courier", "Etc/UTC");
            await db.SaveChangesAsync(Ct);
            return true;
        });

        Assert.Equal(0, await app.Commands.OfAsync(async () => Assert.DoesNotContain("Nobody", await TextAsync("/"), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task When_it_cannot_be_read_what_was_published_no_page_is_trusted()
    {
        await TextAsync("/");
        app.Break();

        await app.Services.GetRequiredService<PublicationFeed>().HearAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, (await app.GetAsync("/")).StatusCode);
    }

    private static Task<StepOutcome?> PublishAsync(NewsApp site) => site.InScopeAsync(async services =>
        await services.GetRequiredService<PublishingDesk>().PublishAsync(await site.IdOfAsync("b-story"), NewsApp.Noon, Actor.Site, Ct));

    private async Task<string> TextAsync(string url) => await (await app.GetAsync(url)).Content.ReadAsStringAsync(Ct);
}
