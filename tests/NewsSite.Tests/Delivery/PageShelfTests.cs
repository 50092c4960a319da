using NewsSite.Delivery;

namespace NewsSite.Tests.Delivery;

public sealed class PageShelfTests
{
    private const int PageBytes = 8_000;

    private static readonly int Weight = Page("any").Weight;

    [Fact]
    public void It_never_weighs_more_than_it_may()
    {
        var shelf = new PageShelf(20 * Weight);
        for (var n = 0; n < 500; n++)
        {
            shelf.Put($"/{n % 90}", Page("a"));
            if (n % 3 == 0) shelf.Find($"/{n % 7}", evenStale: false);
            Assert.InRange(shelf.Weight, 0, 20 * Weight);
        }

        Assert.Equal(shelf.Weight, (long)shelf.Count * Weight);
    }

    [Fact]
    public void A_crawler_that_sees_each_page_once_drives_none_out_that_readers_want()
    {
        var shelf = new PageShelf(20 * Weight);
        string[] wanted = ["/front", "/first", "/second"];
        foreach (var key in wanted) shelf.Put(key, Page("a"));
        foreach (var key in wanted) shelf.Find(key, evenStale: false);

        for (var n = 0; n < 1_000; n++)
        {
            shelf.Put($"/crawled-{n}", Page("a"));
            if (n % 100 == 0) Assert.All(wanted, key => Assert.NotNull(shelf.Find(key, evenStale: false)));
        }

        Assert.All(wanted, key => Assert.NotNull(shelf.Find(key, evenStale: false)));
    }

    [Fact]
    public void A_page_that_is_larger_than_a_tenth_of_the_shelf_is_not_taken()
    {
        var shelf = new PageShelf(9 * Weight);
        shelf.Put("/", Page("a"));
        Assert.Equal((0, 0), (shelf.Count, (int)shelf.Weight));
    }

    [Fact]
    public void A_change_takes_out_what_was_made_from_it_and_nothing_else()
    {
        var shelf = new PageShelf(100 * Weight);
        shelf.Put("/1", Page("article:1", "fronts"));
        shelf.Put("/2", Page("article:2", "fronts"));
        shelf.Put("/3", Page("article:3"));

        shelf.Drop(["article:1"], forGood: false);
        Assert.Equal([false, true, true], Fresh("/1", "/2", "/3"));
        Assert.NotNull(shelf.Find("/1", evenStale: true));

        shelf.Drop(["fronts"], forGood: true);
        Assert.Equal([false, false, true], Fresh("/1", "/2", "/3"));
        Assert.Null(shelf.Find("/1", evenStale: true));

        shelf.Drop(null, forGood: true);
        Assert.Equal((0, 0), (shelf.Count, (int)shelf.Weight));

        bool[] Fresh(params string[] keys) => [.. keys.Select(key => shelf.Find(key, evenStale: false) is not null)];
    }

    [Fact]
    public void A_new_page_takes_the_place_of_the_stale_one()
    {
        var (shelf, old, made) = (new PageShelf(100 * Weight), Page("a"), Page("b"));
        shelf.Put("/", old);
        shelf.Drop(["a"], forGood: false);

        shelf.Put("/", made);

        Assert.Same(made, shelf.Find("/", evenStale: false));
        Assert.Equal(1, shelf.Count);
        shelf.Drop(["a"], forGood: true); // what the old one was made from is no longer its business
        Assert.Same(made, shelf.Find("/", evenStale: false));
    }

    [Fact]
    public void Many_at_once_leave_it_whole()
    {
        var shelf = new PageShelf(50 * Weight);
        Parallel.For(0, 20_000, n =>
        {
            var key = $"/{n % 200}";
            if (shelf.Find(key, evenStale: false) is null) shelf.Put(key, Page($"article:{n % 200}", "fronts"));
            if (n % 97 == 0) shelf.Drop([$"article:{n % 200}"], forGood: n % 2 == 0);
        });

        Assert.Equal(shelf.Weight, (long)shelf.Count * Weight);
        Assert.InRange(shelf.Weight, 1, 50 * Weight);
        shelf.Drop(null, forGood: true);
        Assert.Equal((0, 0), (shelf.Count, (int)shelf.Weight));
    }

    internal static StoredPage Page(params string[] tags) => new(200, new byte[PageBytes])
    {
        ContentType = "text/html",
        Tags = tags,
        MadeAt = DateTimeOffset.UnixEpoch,
        Until = DateTimeOffset.MaxValue,
    };
}
