using AngleSharp.Dom;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.ShareCards;

public sealed class ShareTagTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(
        Story.Dated("quay", NewsApp.Noon.AddHours(-1)) with { Headline = "Quay & “pier” <raised>", More = "standfirst: What it is about.\nupdatedAt: 2026-11-22T11:30:00+00:00\ntags: [Storm]" },
        Story.Dated("kai", NewsApp.Noon.AddHours(-2)) with { Headline = "Kai", Body = "Kurz.", More = "language: de-AT" });

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task An_article_says_what_other_sites_show_of_it()
    {
        var page = await app.PageAsync("/harbour/quay");

        Assert.Equal(
            [
                "og:type article", "og:title Quay & “pier” <raised>", $"og:description {string.Join(' ', page.QuerySelectorAll("#summary li").Select(line => line.FirstChild!.TextContent.Trim()))}", $"og:url {NewsApp.PublicAddress}/harbour/quay", $"og:site_name {NameOf(page)}", "og:locale en_GB",
                "article:published_time 2026-11-22T11:00:00Z", "article:modified_time 2026-11-22T11:30:00Z", $"article:author {NewsApp.PublicAddress}/author/ines-maddern", "article:section Harbour", "article:tag Storm",
                $"og:image {Tag(page, "og:image")}", "og:image:type image/png", "og:image:width 1200", "og:image:height 630", "og:image:alt Quay & “pier” <raised>",
            ],
            Tags(page));
        Assert.Matches($"^{NewsApp.PublicAddress}/card/[0-9]+-[0-9a-f]{{32}}\\.png$", Tag(page, "og:image"));
        Assert.Equal("summary_large_image", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), Tag(page, "og:url"));
        Assert.All(page.QuerySelectorAll("meta[property]"), tag => Assert.Equal("head", tag.ParentElement!.LocalName));
    }

    [Fact]
    public async Task What_is_not_there_is_not_said()
    {
        var page = await app.PageAsync("/harbour/kai");

        Assert.Equal("de_AT", Tag(page, "og:locale"));
        Assert.Null(Tag(page, "og:description"));
        Assert.Null(Tag(page, "article:modified_time"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/harbour")]
    public async Task A_front_is_a_website(string url)
    {
        var page = await app.PageAsync(url);

        Assert.Equal(("website", NewsApp.PublicAddress + url), (Tag(page, "og:type"), Tag(page, "og:url")));
        Assert.Equal(url == "/" ? NameOf(page) : "Harbour", Tag(page, "og:title"));
        Assert.Null(Tag(page, "og:image"));
    }

    [Theory]
    [InlineData("/search?q=quay")]
    [InlineData("/account/sign-in")]
    public async Task Pages_that_are_not_for_sharing_say_nothing(string url) => Assert.Empty(Tags(await app.PageAsync(url)));

    [Fact]
    public async Task A_retracted_article_says_nothing()
    {
        var eva = await app.MemberAsync("Eva", StaffRole.Administrator);
        Assert.True((await app.StepAsync(eva, WorkflowStep.Retract, 1, note: "It was wrong.")).IsDone);
        var url = (await app.ArticleAsync(1)).Slug.Value;

        Assert.Empty(Tags(await app.PageAsync($"/harbour/{url}")));
    }

    private static string NameOf(IDocument page) => page.QuerySelector(".nameplate")!.TextContent.Trim();

    private static string? Tag(IDocument page, string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");

    private static IEnumerable<string> Tags(IDocument page) => page.QuerySelectorAll("meta[property]").Select(tag => $"{tag.GetAttribute("property")} {tag.GetAttribute("content")}");
}
