using System.Net;
using AngleSharp.Dom;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Search;

/// <summary>In which order, with which filters and how readably results come.</summary>
public sealed class SearchResultTests(SearchResultTests.Site site) : IClassFixture<SearchResultTests.Site>
{
    [Fact]
    public async Task The_best_match_has_the_words_in_its_headline_then_in_its_head_then_in_its_text_and_the_newest_first_in_each() =>
        Assert.Equal(["headline-new", "headline-old", "tagged", "standfirst", "text"], await SlugsAsync("q=siren"));

    [Fact]
    public async Task Newest_first_is_the_publish_order() =>
        Assert.Equal(["text", "tagged", "standfirst", "headline-new", "headline-old"], await SlugsAsync("q=siren&order=newest"));

    [Theory]
    [InlineData("q=siren&section=council", "standfirst")]
    [InlineData("q=siren&author=Mara+Whitlock", "tagged")]
    [InlineData("q=siren&author=mara+whitlock", "tagged")]
    [InlineData("q=siren&author=mara-whitlock", "tagged")]
    [InlineData("q=siren&from=2026-11-16", "text")]
    [InlineData("q=siren&to=2026-11-12", "headline-new", "headline-old")]
    [InlineData("q=siren&from=2026-11-13&to=2026-11-14", "standfirst")]
    [InlineData("section=council", "standfirst")]
    [InlineData("author=Mara+Whitlock&section=harbour", "tagged")]
    [InlineData("author=Mara+Whitlock&section=council")]
    public async Task Filters_narrow_the_results(string query, params string[] slugs) => Assert.Equal(slugs, await SlugsAsync(query));

    [Theory]
    [InlineData("section=nowhere", "There is no section")]
    [InlineData("author=Nobody+Atall", "No article is by an author")]
    [InlineData("author=Secret+Hand", "No article is by an author")]
    [InlineData("from=yesterday", "“From” is not a day")]
    [InlineData("to=2026-02-30", "“To” is not a day")]
    [InlineData("to=0001-01-01", "“To” is not a day")]
    public async Task A_filter_that_cannot_be_read_is_named_and_left_out(string filter, string said)
    {
        var page = await site.App.PageAsync("/search?q=siren&" + filter);

        Assert.Contains(page.QuerySelectorAll("main [role=alert]"), alert => alert.TextContent.StartsWith(said, StringComparison.Ordinal));
        Assert.Equal(5, page.QuerySelectorAll("main .hed a").Length);
    }

    [Fact]
    public async Task The_words_are_marked_where_they_were_found()
    {
        var page = await site.App.PageAsync("/search?q=" + Uri.EscapeDataString("SIRÈN wails"));

        var found = page.QuerySelector("main .rows li")!;
        Assert.Equal(["siren", "wails"], found.QuerySelectorAll(".dek mark").Select(mark => mark.TextContent));
        Assert.StartsWith("… ", found.QuerySelector(".dek")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith(" …", found.QuerySelector(".dek")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marked_text_is_still_text()
    {
        var page = await site.App.PageAsync("/search?q=script");

        Assert.Equal("A <script> in a headline", page.QuerySelector("main .hed a")!.TextContent);
        Assert.Equal("script", page.QuerySelector("main .hed mark")!.TextContent);
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap_or_a_repeat()
    {
        using var app = NewsApp.With([.. Enumerable.Range(0, 45).Select(n => Story.Dated($"story-{n:00}", NewsApp.Noon.AddHours(-n)) with
        {
            Headline = n % 3 == 0 ? $"Tide number {n}" : $"Story number {n}", Body = "The tide comes in.",
        })]);
        foreach (var order in (string[])["", "&order=newest"])
        {
            var (seen, url, pages) = (new List<string>(), (string?)("/search?q=tide" + order), 0);
            while (url is not null)
            {
                var page = await app.PageAsync(url);
                seen.AddRange(Slugs(page));
                url = page.QuerySelector("main .pager a[rel=next]")?.GetAttribute("href");
                pages++;
            }

            Assert.Equal((45, 45, 3), (seen.Count, seen.Distinct().Count(), pages));
            Assert.Equal(order.Length > 0 ? "story-01" : "story-03", seen[1]);
        }
    }

    [Theory]
    [InlineData("older=nonsense")]
    [InlineData("older=99~99")]
    [InlineData("older=-1~99")]
    public async Task A_page_that_there_is_not_is_not_found(string query) => await site.App.PageAsync("/search?q=siren&" + query, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("q=siern", "Did you mean: Siren")]
    [InlineData("q=sirne+wails", "Did you mean: Siren wails")]
    [InlineData("q=siern+zeppelin", "Did you mean: Siren")]
    [InlineData("q=siren+zeppelin", "With fewer words: siren")]
    [InlineData("q=lantern&section=council", "In other sections, by other authors or at other times: search all articles")]
    public async Task Where_nothing_is_found_another_search_is_offered_that_finds_something(string query, string offer)
    {
        var page = await site.App.PageAsync("/search?" + query);

        Assert.Empty(page.QuerySelectorAll("main .hed"));
        var offered = page.QuerySelectorAll("main .tries li").First(tried => tried.TextContent.Trim() == offer);
        Assert.NotEmpty((await site.App.PageAsync(offered.QuerySelector("a")!.GetAttribute("href")!)).QuerySelectorAll("main .hed"));
    }

    [Theory]
    [InlineData("q=classifide")]
    [InlineData("q=hiden")]
    public async Task No_offer_betrays_a_word_that_readers_may_not_see(string query) => Assert.Empty((await site.App.PageAsync("/search?" + query)).QuerySelectorAll("main .tries"));

    private async Task<string[]> SlugsAsync(string query) => [.. Slugs(await site.App.PageAsync("/search?" + query))];

    private static IEnumerable<string> Slugs(IDocument page) => page.QuerySelectorAll("main .hed a").Select(link => link.GetAttribute("href")!.Split('/')[^1]);

    public sealed class Site : IDisposable
    {
        public NewsApp App { get; } = NewsApp.With(
            On("headline-old", 10) with { Headline = "The siren of 1931" },
            On("headline-new", 12) with { Headline = "Siren tested" },
            On("standfirst", 14) with { Section = "council", More = "standfirst: Who pays for the siren?" },
            On("tagged", 15) with { Authors = "Mara Whitlock", More = "tags: [Siren]" },
            On("text", 16) with { Body = $"{Story.DefaultBody}\n\nAt noon on Saturday the new siren of the outer mole wails for the first time. {Story.DefaultBody}".Replace("get one", "get it", StringComparison.Ordinal).Replace("for a siren instead", "for a horn instead", StringComparison.Ordinal) },
            On("hostile", 9) with { Headline = "A <script> in a headline" },
            On("lantern", 8) with { Headline = "A lantern" },
            On("secret", 7) with { Headline = "A classified affair", Authors = "Secret Hand", At = null, More = "status: draft\ntags: [Hidden]" },
            Story.Dated("later", NewsApp.Noon.AddDays(3)) with { Headline = "A classified siren", Authors = "Secret Hand", More = "tags: [Hidden]" });

        public void Dispose() => App.Dispose();

        private static Story On(string slug, int day) => Story.Dated(slug, new DateTimeOffset(2026, 11, day, 9, 0, 0, TimeSpan.Zero)) with { Body = "Nothing more." };
    }
}
