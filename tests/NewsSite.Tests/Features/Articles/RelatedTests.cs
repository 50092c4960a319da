using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Articles;

public sealed class RelatedTests
{
    [Fact]
    public async Task Articles_that_share_tags_are_named_with_the_reason_and_the_rarer_tag_counts_more()
    {
        using var app = NewsApp.With(
            On("here", 1, "Harbour, Tram line 4"),
            On("both", 9, "Tram line 4, Harbour"),
            On("rare", 8, "Tram line 4"),
            On("common-new", 2, "Harbour"),
            On("common-old", 7, "Harbour"),
            On("common-oldest", 10, "Harbour"),
            On("other", 3, "Fish"),
            Story.Dated("later", NewsApp.Noon.AddDays(1)) with { More = "tags: [Harbour, Tram line 4]" });

        var related = (await app.PageAsync("/harbour/here")).QuerySelectorAll("section[aria-labelledby=related] li")
            .Select(line => $"{line.QuerySelector("a")!.GetAttribute("href")} {line.QuerySelector(".why")!.TextContent}");

        Assert.Equal(
            [
                "/harbour/both shares: Harbour, Tram line 4", "/harbour/rare shares: Tram line 4",
                "/harbour/common-new shares: Harbour", "/harbour/common-old shares: Harbour",
            ],
            related);
    }

    [Fact]
    public async Task What_the_page_leads_to_anyway_is_not_named_twice()
    {
        using var app = NewsApp.With(
            On("original", 1, "Harbour"),
            On("translation", 2, "Harbour") with { More = "tags: [Harbour]\nlanguage: de\ntranslationOf: original" },
            On("part", 3, "Harbour") with { More = "tags: [Harbour]\nseries: The quay" },
            On("other-part", 4, "Harbour") with { More = "tags: [Harbour]\nseries: The quay" });

        Assert.DoesNotContain("/harbour/translation", await RelatedAsync(app, "original"));
        Assert.Equal(["/harbour/original", "/harbour/translation"], await RelatedAsync(app, "part"));
    }

    private static async Task<IEnumerable<string?>> RelatedAsync(NewsApp app, string slug) =>
        (await app.PageAsync("/harbour/" + slug)).QuerySelectorAll("section[aria-labelledby=related] a").Select(link => link.GetAttribute("href"));

    private static Story On(string slug, int hoursAgo, string tags) => Story.Dated(slug, NewsApp.Noon.AddHours(-hoursAgo)) with { Body = "Nothing more.", More = $"tags: [{tags}]" };
}
