using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsSite.Delivery;
using NewsSite.Domain.Articles;
using NewsSite.Hosting;

namespace NewsSite.Tests.Delivery;

public sealed class PageStoreTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly PageStore store;

    public PageStoreTests() => store = new PageStore(Options.Create(new NewsSiteOptions()), clock);

    private DateTimeOffset Now => clock.GetUtcNow();

    [Fact]
    public void A_page_that_was_begun_before_a_change_of_what_it_shows_is_not_stored()
    {
        var since = store.Changed;
        store.Drop(["article:1"], forGood: false);

        Assert.False(store.Put("/1", PageShelfTests.Page("article:1"), since));
        Assert.Null(store.Find("/1"));
        Assert.True(store.Put("/2", PageShelfTests.Page("article:2"), since));
        Assert.True(store.Put("/1", PageShelfTests.Page("article:1"), store.Changed));
    }

    [Fact]
    public void After_a_change_of_everything_nothing_that_was_begun_before_is_stored()
    {
        var since = store.Changed;
        store.Drop([DependencyTags.Everything], forGood: false);

        Assert.False(store.Put("/2", PageShelfTests.Page("article:2"), since));
    }

    [Fact]
    public void A_page_that_took_longer_than_changes_are_remembered_is_not_stored()
    {
        var since = store.Changed;
        for (var n = 0; n < 2_000; n++) store.Drop(["article:1"], forGood: false);

        Assert.False(store.Put("/2", PageShelfTests.Page("article:2"), since));
    }

    [Fact]
    public void A_page_goes_when_its_time_has_come()
    {
        store.Put("/", new StoredPage(200, [1]) { ContentType = "text/html", Tags = ["fronts"], MadeAt = Now, Until = Now.AddMinutes(1) }, store.Changed);
        clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        Assert.NotNull(store.Find("/"));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(store.Find("/"));
    }

    [Fact]
    public void Pages_that_are_missing_are_remembered_within_a_bound()
    {
        for (var n = 0; n < 10_000; n++) store.Put($"/{n}", new StoredPage(404, [1]) { ContentType = "text/html", Tags = [], MadeAt = Now, Until = DateTimeOffset.MaxValue }, store.Changed);

        Assert.Equal(0, store.Count);
        Assert.InRange(Enumerable.Range(0, 10_000).Count(n => store.Find($"/{n}") is not null), 1, 4_096);
        store.Drop(["article:1"], forGood: false);
        Assert.Null(store.Find("/9999"));
    }
}
