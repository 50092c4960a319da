using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Search;

public sealed class SearchPageTests(SearchPageTests.Site site) : IClassFixture<SearchPageTests.Site>
{
    [Theory]
    [InlineData("quay", "in-body")]
    [InlineData("QUAY Heightening", "in-body")]
    [InlineData("heighten", "in-body")]
    [InlineData("lighthouse", "in-headline")]
    [InlineData("cafe", "in-standfirst")]
    [InlineData("\"café\"", "in-standfirst")]
    [InlineData("маяк", "in-russian")]
    [InlineData("whitlock", "in-byline")]
    [InlineData("tannery", "in-tag")]
    [InlineData("ropewalk whitlock", "in-byline")]
    [InlineData("\"quay heightening\"", "in-body")]
    public async Task A_word_is_found_wherever_it_stands(string query, string slug) =>
        Assert.Equal([$"/harbour/{slug}"], await FoundAsync(query));

    [Theory]
    [InlineData("embargoed")]
    [InlineData("drafted")]
    [InlineData("neverwritten")]
    [InlineData("quay lighthouse")]
    [InlineData("\"heightening quay\"")]
    [InlineData("\"lit nothing\"")]
    [InlineData("summary")]
    public async Task What_readers_may_not_see_or_is_not_there_is_not_found(string query) => Assert.Empty(await FoundAsync(query));

    [Theory]
    [InlineData("\"")]
    [InlineData("quay AND")]
    [InlineData("NEAR(")]
    [InlineData("Headline:quay OR *")]
    [InlineData("quay' OR 1=1 --")]
    [InlineData("^*-+(){}")]
    [InlineData("\0\ud800")]
    [InlineData("\uE000s1")]
    [InlineData("“quay")]
    [InlineData("\"\" \"")]
    public async Task No_query_is_an_error(string query) => await site.App.PageAsync("/search?q=" + Uri.EscapeDataString(query.Replace('\ud800', '?')));

    [Fact]
    public async Task The_index_follows_a_revision()
    {
        using var app = NewsApp.With(new Story { Slug = "changing", Body = "The ferry sails." });
        app.Edition.Add(new Story { Slug = "changing", Body = "The tram rolls." });
        await app.LoadAgainAsync();

        Assert.Empty((await app.PageAsync("/search?q=ferry")).QuerySelectorAll("main .hed a"));
        Assert.Single((await app.PageAsync("/search?q=tram")).QuerySelectorAll("main .hed a"));
    }

    [Fact]
    public async Task A_search_page_asks_not_to_be_indexed_and_gives_the_query_back()
    {
        var page = await site.App.PageAsync("/search?q=" + Uri.EscapeDataString("<b>“quay”</b>"));

        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Equal("<b>“quay”</b>", page.QuerySelector("input[name=q]")?.GetAttribute("value"));
    }

    private async Task<IEnumerable<string?>> FoundAsync(string query) =>
        (await site.App.PageAsync("/search?q=" + Uri.EscapeDataString(query))).QuerySelectorAll("main .hed a").Select(a => a.GetAttribute("href"));

    public sealed class Site : IDisposable
    {
        public NewsApp App { get; } = NewsApp.With(
            new Story { Slug = "in-body", Body = "The quay heightening begins.\n\nIt was long planned." },
            new Story { Slug = "in-headline", Headline = "The lighthouse is lit", Body = "Nothing more." },
            new Story { Slug = "in-standfirst", Body = "Nothing more.", More = "standfirst: A café opens." },
            new Story { Slug = "in-russian", Body = "Старый маяк снова горит." },
            new Story { Slug = "in-byline", Authors = "Mara Whitlock", Body = "Nothing more.", More = "tags: [Rope]\nstandfirst: A ropewalk is sold." },
            new Story { Slug = "in-tag", Body = "Nothing more.", More = "tags: [Tannery]" },
            Story.Dated("future", NewsApp.Noon.AddDays(1)) with { Body = "An embargoed word." },
            new Story { Slug = "draft", At = null, More = "status: draft", Body = "A drafted word." });

        public void Dispose() => App.Dispose();
    }
}
