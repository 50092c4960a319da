using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Articles;

/// <summary>What machines are told is what readers see.</summary>
public sealed class ArticleDataTests(ArticleDataTests.Site site) : IClassFixture<ArticleDataTests.Site>
{
    [Fact]
    public async Task An_article_says_of_itself_what_its_page_shows()
    {
        var page = await site.App.PageAsync("/harbour/quay");
        var data = DataOf(page, "NewsArticle");
        var url = NewsApp.PublicAddress + "/harbour/quay";

        Assert.Equal(["https://schema.org", url, url, url + "#article"], ((string[])["@context", "url", "mainEntityOfPage", "@id"]).Select(name => data.GetProperty(name).GetString()));
        Assert.Equal(page.QuerySelector("h1")!.TextContent, data.GetProperty("headline").GetString());
        Assert.Equal(page.QuerySelector(".standfirst")!.TextContent, data.GetProperty("description").GetString());
        Assert.Equal(page.QuerySelector(".byline time")!.GetAttribute("datetime"), data.GetProperty("datePublished").GetString());
        Assert.Equal("2026-11-22T11:30:00Z", data.GetProperty("dateModified").GetString());
        Assert.Equal("Harbour", data.GetProperty("articleSection").GetString());
        Assert.Equal(page.QuerySelectorAll(".tags a").Select(tag => tag.TextContent), data.GetProperty("keywords").EnumerateArray().Select(tag => tag.GetString()!));
        Assert.Equal(
            page.QuerySelectorAll(".by a").Select(author => (author.TextContent, NewsApp.PublicAddress + author.GetAttribute("href"), "Person")),
            data.GetProperty("author").EnumerateArray().Select(author => (author.GetProperty("name").GetString()!, author.GetProperty("url").GetString()!, author.GetProperty("@type").GetString()!)));
        Assert.Equal(await site.App.WithDatabaseAsync(db => db.Articles.Where(article => article.Slug == Slug.Of("quay")).Select(article => article.Words).SingleAsync(TestContext.Current.CancellationToken)), data.GetProperty("wordCount").GetInt32());
        Assert.True(data.GetProperty("isAccessibleForFree").GetBoolean());
        Assert.Equal("NewsMediaOrganization", data.GetProperty("publisher").GetProperty("@type").GetString());
        Assert.Equal("AlgorithmicMediaDigitalSource", data.GetProperty("hasPart").GetProperty("digitalSourceType").GetString()!.Split('/')[^1]);
        Assert.NotNull(page.QuerySelector(data.GetProperty("hasPart").GetProperty("cssSelector").GetString()!));
    }

    [Fact]
    public async Task The_way_from_the_front_page_is_told_step_by_step()
    {
        var steps = DataOf(await site.App.PageAsync("/harbour/quay"), "BreadcrumbList").GetProperty("itemListElement").EnumerateArray()
            .Select(step => (step.GetProperty("position").GetInt32(), step.GetProperty("item").GetString()!)).ToList();

        Assert.Equal([(1, NewsApp.PublicAddress + "/"), (2, NewsApp.PublicAddress + "/harbour"), (3, NewsApp.PublicAddress + "/harbour/quay")], steps);
    }

    [Fact]
    public async Task No_text_ends_the_block_early()
    {
        var page = await site.App.PageAsync("/harbour/hostile");

        Assert.Equal(Site.HostileHeadline, DataOf(page, "NewsArticle").GetProperty("headline").GetString());
        Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal("head", script.ParentElement!.LocalName));
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains('<', StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_there_is_not_said()
    {
        var data = DataOf(await site.App.PageAsync("/harbour/bare"), "NewsArticle");

        Assert.All((string[])["description", "abstract", "keywords", "hasPart"], name => Assert.False(data.TryGetProperty(name, out _), name));
        Assert.Equal(data.GetProperty("datePublished").GetString(), data.GetProperty("dateModified").GetString());
    }

    [Fact]
    public async Task Part_of_a_series_is_told() =>
        Assert.Equal("The barrier", DataOf(await site.App.PageAsync("/harbour/part-two"), "NewsArticle").GetProperty("isPartOf")[1].GetProperty("name").GetString());

    [Fact]
    public async Task A_retracted_article_says_that_and_no_more()
    {
        using var app = NewsApp.With(new Story { Slug = "one", Headline = "Wrong", More = "standfirst: Very wrong." });
        Assert.True((await app.StepAsync(await app.MemberAsync("Eva", StaffRole.Administrator), WorkflowStep.Retract, 1, note: "It was wrong.")).IsDone);

        var data = DataOf(await app.PageAsync("/harbour/one"), "NewsArticle");

        Assert.Equal("Retracted", data.GetProperty("creativeWorkStatus").GetString());
        Assert.All((string[])["description", "abstract", "author", "image"], name => Assert.False(data.TryGetProperty(name, out _), name));
    }

    [Fact]
    public async Task An_author_and_the_front_page_tell_who_they_are()
    {
        var person = DataOf(await site.App.PageAsync("/author/ines-maddern"), "ProfilePage").GetProperty("mainEntity");
        var front = DataOf(await site.App.PageAsync("/"), "WebSite");

        Assert.Equal(("Person", "Ines Maddern", NewsApp.PublicAddress + "/author/ines-maddern"), (person.GetProperty("@type").GetString(), person.GetProperty("name").GetString(), person.GetProperty("url").GetString()));
        Assert.Equal(NewsApp.PublicAddress + "/", front.GetProperty("url").GetString());
    }

    [Fact]
    public async Task Translations_name_each_other_and_the_original_for_everybody_else()
    {
        string[] expected = [$"de {NewsApp.PublicAddress}/harbour/kai", $"en-GB {NewsApp.PublicAddress}/harbour/pier", $"fr {NewsApp.PublicAddress}/harbour/quai", $"x-default {NewsApp.PublicAddress}/harbour/pier"];
        foreach (var slug in (string[])["pier", "kai", "quai"])
        {
            var page = await site.App.PageAsync("/harbour/" + slug);
            Assert.Equal(expected, page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => $"{link.GetAttribute("hreflang")} {link.GetAttribute("href")}"));
        }

        Assert.Empty((await site.App.PageAsync("/harbour/quay")).QuerySelectorAll("link[hreflang]"));
    }

    private static JsonElement DataOf(IDocument page, string type) => page.QuerySelectorAll("script[type='application/ld+json']")
        .Select(script => JsonDocument.Parse(script.TextContent).RootElement).Single(data => data.GetProperty("@type").GetString() == type);

    public sealed class Site : IDisposable
    {
        public const string HostileHeadline = "Quay </script><script>alert(1)</script> <!-- & pier";

        public NewsApp App { get; } = NewsApp.With(
            Story.Dated("quay", NewsApp.Noon.AddHours(-1)) with { Authors = "Ines Maddern, Tomas Okell", More = "standfirst: What it is “about” & more.\nupdatedAt: 2026-11-22T11:30:00+00:00\ntags: [Quay, Storm & tide]" },
            Story.Dated("hostile", NewsApp.Noon.AddHours(-2)) with { Headline = HostileHeadline },
            Story.Dated("bare", NewsApp.Noon.AddHours(-3)) with { Body = "Short." },
            Story.Dated("part-one", NewsApp.Noon.AddHours(-4)) with { More = "series: The barrier" },
            Story.Dated("part-two", NewsApp.Noon.AddHours(-5)) with { More = "series: The barrier" },
            Story.Dated("pier", NewsApp.Noon.AddHours(-6)),
            Story.Dated("kai", NewsApp.Noon.AddHours(-7)) with { More = "language: de\ntranslationOf: pier" },
            Story.Dated("quai", NewsApp.Noon.AddHours(-8)) with { More = "language: fr\ntranslationOf: pier" });

        public void Dispose() => App.Dispose();
    }
}
