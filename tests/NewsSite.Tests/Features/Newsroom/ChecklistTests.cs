using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Features.Newsroom.Checks;
using NewsSite.Hosting;
using NewsSite.Markup;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Newsroom;

public sealed class ChecklistTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(
        new Story { Slug = "out", More = "tags: [Quay]" },
        new Story { Slug = "draft", At = null, More = "status: draft" },
        Story.Dated("later", NewsApp.Noon.AddHours(3)),
        new Story { Slug = "gone" });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task An_article_in_order_forbids_nothing_and_each_check_is_listed()
    {
        var items = await RunAsync(await GoodAsync());

        Assert.DoesNotContain(items, item => !item.Passed);
        Assert.Equal(
            ["headline", "headline-length", "standfirst", "section", "byline", "body", "summary-fresh", "summary-numbers", "summary-claims", "alt", "credit", "links", "leftovers", "embargo"],
            items.Select(item => item.Key));
    }

    [Fact]
    public async Task An_empty_sheet_is_told_what_it_needs()
    {
        var items = await RunAsync(new ChecklistInput { Language = "en", Body = await Copy.RenderAsync("") });

        Assert.Equal(["headline", "section", "byline", "body"], items.Where(item => item.Forbids).Select(item => item.Key));
        Assert.Equal(["Headline", "Section", "Byline", "Body"], items.Where(item => item.Forbids).Select(item => item.Field));
        Assert.Equal(["standfirst"], items.Where(item => !item.Passed && !item.IsBlocking).Select(item => item.Key));
    }

    [Fact]
    public async Task A_text_that_cannot_be_rendered_forbids_in_the_words_of_the_refusal()
    {
        var items = await RunAsync(new ChecklistInput { Language = "en", Markdown = "TK", Refusal = new MarkupRefusal("Too deep.", 7) });

        Assert.Contains(items, item => item is { Forbids: true, Key: "body", Words: "Line 7 of the text: Too deep." });
        Assert.Contains(items, item => item is { Forbids: true, Key: "leftovers", Field: "Body" });
    }

    [Theory]
    [InlineData(110, true)]
    [InlineData(111, false)]
    public async Task A_long_headline_is_worth_a_look(int length, bool passed)
    {
        var items = await RunAsync(await GoodAsync() with { Headline = string.Concat(Enumerable.Repeat("é", length)) });

        Assert.Equal((passed, false), items.Where(item => item.Key == "headline-length").Select(item => (item.Passed, item.IsBlocking)).Single());
    }

    [Fact]
    public async Task A_number_that_the_text_does_not_have_forbids_and_a_name_is_worth_a_look()
    {
        var summary = (await Copy.DraftAsync(Copy.Choose(("The quay grows by 14 centimetres, Carla Voss said.", Copy.First), (Copy.Second, Copy.Second)))).Summary;

        var items = await RunAsync(await GoodAsync() with { Summary = summary });

        Assert.Equal("Summary, sentence 1: The number 14 is not in the text.", Assert.Single(items, item => item.Forbids).Words);
        Assert.Contains(items, item => item is { Key: "summary-claims", Passed: false, IsBlocking: false, Field: "Summary" });
    }

    [Fact]
    public async Task A_stale_summary_is_worth_a_look_and_a_broken_choice_forbids()
    {
        var summary = (await Copy.DraftAsync(Copy.Choose(("Nobody asked.", null)), markdown: Story.DefaultBody + "\n\nMore.")).Summary;

        var items = await RunAsync(await GoodAsync() with { Summary = summary, SummaryComplaint = "The summary has no sentence." });

        Assert.Contains(items, item => item is { Key: "summary-fresh", Passed: false, IsBlocking: false });
        Assert.Contains(items, item => item is { Key: "summary", Forbids: true });
    }

    [Fact]
    public async Task Pictures_need_words_unless_they_are_decorative_and_a_credit_is_worth_a_look()
    {
        var body = await Copy.RenderAsync(
            "![](a.webp \"The quay. Photo: Ann Fenwick\")\n\n![Decorative](b.webp)\n\nText ![A crane](c.webp) and ![](d.webp) text.",
            path => new PictureFile("/media/" + path, 10, 10));

        var items = await RunAsync(await GoodAsync() with { Body = body, Summary = null, Picture = new CheckedPicture(" ", false, null, null) });

        Assert.Equal(
            ["The picture over the article", "Picture 1 in the text", "Picture 4 in the text"],
            items.Where(item => item is { Key: "alt", Forbids: true }).Select(item => item.Words.Split(" has no")[0]));
        Assert.Equal(
            ["The picture over the article", "Picture 2 in the text"],
            items.Where(item => item is { Key: "credit", Passed: false, IsBlocking: false }).Select(item => item.Words.Split(" has no")[0]));
        Assert.DoesNotContain(await RunAsync(await GoodAsync() with { Picture = new CheckedPicture("", true, null, "Photo: A. Fenwick") }), item => !item.Passed);
        Assert.Matches("<img src=\"/media/b.webp\" alt=\"\"[^>]* class=\"decorative\"", body.Html);
    }

    [Theory]
    [InlineData("/harbour/out", null)]
    [InlineData("/council/out", null)] // redirected to its own section
    [InlineData("https://courier.example/harbour/out?a=b#c", null)]
    [InlineData("out", null)]
    [InlineData("/", null)]
    [InlineData("/search?q=quay", null)]
    [InlineData("/2026/11/22", null)]
    [InlineData("/2026/11", null)]
    [InlineData("/2026", null)]
    [InlineData("/tags", null)]
    [InlineData("/authors/", null)]
    [InlineData("/harbour", null)]
    [InlineData("/tag/quay", null)]
    [InlineData("/author/ines-maddern", null)]
    [InlineData("https://other.example/harbour/nowhere", null)]
    [InlineData("mailto:desk@courier.example", null)]
    [InlineData("/harbour/draft", "leads to an article that is not published")]
    [InlineData("/harbour/later", "leads to an article that is only scheduled")]
    [InlineData("/harbour/gone", "leads to an article that was retracted")]
    [InlineData("/harbour/nowhere", "leads to an article that does not exist")]
    [InlineData("https://courier.example/harbour/nowhere/", "leads to an article that does not exist")]
    [InlineData("/harbour/NOT-A-SLUG", "leads to an article that does not exist")]
    [InlineData("/nosection", "leads to a section that does not exist")]
    [InlineData("/tag/nowhere", "leads to a tag that does not exist")]
    [InlineData("/author/nobody", "leads to an author who does not exist")]
    [InlineData("/info/nowhere", "leads to a page that does not exist")]
    [InlineData("/admin/articles/1", "leads to the newsroom, which readers cannot enter")]
    [InlineData("/a/b/c/d", "leads nowhere")]
    [InlineData("#h-nowhere", "names a place that this text does not have")]
    public async Task A_link_to_this_site_must_lead_readers_somewhere(string href, string? complaint)
    {
        await app.WithDatabaseAsync(db => db.Articles.Where(article => article.Slug == Slug.Of("gone"))
            .ExecuteUpdateAsync(set => set.SetProperty(article => article.Status, ArticleStatus.Retracted), Ct));

        var items = await RunAsync(await GoodAsync() with { Body = await Copy.RenderAsync($"A [link]({href}) in a text.") });

        var link = Assert.Single(items, item => item.Key == "links");
        Assert.Equal(complaint is not null, link.Forbids);
        if (complaint is not null) Assert.Equal($"The link to {href} {complaint}.", link.Words);
    }

    [Fact]
    public async Task A_former_address_of_a_section_leads_on()
    {
        await app.WithDatabaseAsync(async db =>
        {
            var section = await db.Sections.OrderBy(known => known.Id).FirstAsync(Ct);
            db.FormerSlugs.Add(new NewsSite.Domain.Taxonomy.FormerSlug(NewsSite.Domain.Taxonomy.SlugOwner.Section, Slug.Of("port"), section.Id));
            return await db.SaveChangesAsync(Ct);
        });

        var items = await RunAsync(await GoodAsync() with { Body = await Copy.RenderAsync("[Here](/port) and [there](/tag/port).") });

        Assert.Equal("The link to /tag/port leads to a tag that does not exist.", Assert.Single(items, item => item.Forbids).Words);
    }

    [Fact]
    public async Task A_thousand_links_cost_six_queries_and_make_a_short_list()
    {
        string[] kinds = ["/{0}", "/harbour/{0}", "/tag/{0}", "/author/{0}", "/info/{0}"];
        var text = string.Join("\n\n", Enumerable.Range(0, 1000).Select(n => $"[x]({string.Format(null, kinds[n % 5], "nowhere-" + n)})"));
        var body = await Copy.RenderAsync(text);
        var counter = new QueryCounter();
        var options = new DbContextOptionsBuilder<NewsDbContext>().AddInterceptors(counter);
        NewsSite.Data.Sqlite.SqliteDatabase.Configure(options, Path.Combine(app.DataFolder, "news.db"));
        await using var db = new NewsDbContext((DbContextOptions<NewsDbContext>)options.Options);
        var checklist = new Checklist(new LinkCheck(db, app.Services.GetRequiredService<IOptions<NewsSiteOptions>>(), app.Clock), app.Clock);

        var items = await checklist.RunAsync(await GoodAsync() with { Body = body, Summary = null }, Ct);

        Assert.Equal(6, counter.Count);
        Assert.Equal(21, items.Count(item => item.Key == "links"));
        Assert.Contains("more of this kind", items.Last(item => item.Key == "links").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TK", true)]
    [InlineData("(TKTK)", true)]
    [InlineData("XXX crowns", true)]
    [InlineData("name TK, the", true)]
    [InlineData("tk", false)]
    [InlineData("TKO", false)]
    [InlineData("ATK", false)]
    [InlineData("TK2", false)]
    [InlineData("XXXL", false)]
    [InlineData("МТК", false)]
    public async Task A_mark_of_something_to_come_is_found_wherever_readers_would_see_it(string words, bool isLeft)
    {
        var good = await GoodAsync();
        var summary = (await Copy.DraftAsync(Copy.Choose((words + " stands here.", null)))).Summary;
        (ChecklistInput Input, string Field)[] places =
        [
            (good with { Headline = words }, "Headline"), (good with { Standfirst = words }, "Standfirst"), (good with { Summary = summary }, "Summary"),
            (good with { Body = await Copy.RenderAsync($"Text.\n\n> {words}") }, "Body"),
            (good with { Body = await Copy.RenderAsync($"![{words}](a.webp)", path => new PictureFile("/media/" + path, 1, 1)) }, "Body"),
            (good with { Picture = new CheckedPicture("A", false, words, "C") }, "PictureCaption"), (good with { Picture = new CheckedPicture(words, false, null, "C") }, "PictureAlt"),
        ];

        foreach (var (input, field) in places)
        {
            var found = (await RunAsync(input)).Where(item => item is { Key: "leftovers", Forbids: true }).Select(item => item.Field);
            Assert.Equal(isLeft ? [field] : [], found);
        }
    }

    [Fact]
    public async Task An_embargo_that_outlasts_the_publish_time_forbids()
    {
        var good = await GoodAsync() with { EmbargoUntil = NewsApp.Noon.AddHours(2) };

        Assert.True(Assert.Single(await RunAsync(good), item => item.Key == "embargo").Forbids);
        Assert.True(Assert.Single(await RunAsync(good with { PublishAt = NewsApp.Noon.AddHours(1) }), item => item.Key == "embargo").Forbids);
        Assert.False(Assert.Single(await RunAsync(good with { PublishAt = NewsApp.Noon.AddHours(2) }), item => item.Key == "embargo").Forbids);
    }

    [Fact]
    public async Task A_stored_article_is_checked_as_it_was_filed()
    {
        await app.FileAsync("draft", Copy.Choose(("The quay grows by 14 centimetres.", Copy.First)), markdown: Story.DefaultBody + "\n\n[Gone](/harbour/nowhere)");
        var input = await app.WithDatabaseAsync(async db => ChecklistInput.Of(
            await db.Articles.Include(a => a.Body).Include(a => a.Summary).Include(a => a.Byline).SingleAsync(a => a.Slug == Slug.Of("draft"), Ct), "en", null));

        var items = await RunAsync(input);

        Assert.Equal(["summary-numbers", "links"], items.Where(item => item.Forbids).Select(item => item.Key));
    }

    private Task<IReadOnlyList<CheckItem>> RunAsync(ChecklistInput input) =>
        app.InScopeAsync(services => services.GetRequiredService<Checklist>().RunAsync(input, Ct));

    private static async Task<ChecklistInput> GoodAsync() => new()
    {
        Headline = "The quay rises",
        Standfirst = "By forty centimetres.",
        HasSection = true,
        HasByline = true,
        Markdown = Story.DefaultBody,
        Body = await Copy.RenderAsync(Story.DefaultBody),
        Language = "en",
        Summary = (await Copy.DraftAsync(Copy.Verbatim(Copy.First))).Summary,
        Picture = new CheckedPicture("The quay", false, "The quay in November", "Photo: A. Fenwick"),
    };
}
