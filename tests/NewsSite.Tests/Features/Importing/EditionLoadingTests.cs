using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Domain.Articles;
using NewsSite.Features.Importing;
using NewsSite.Features.Publishing;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Importing;

public sealed class EditionLoadingTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(new Story { Slug = "first" }, new Story { Slug = "second", Section = "council", Authors = "Tomas Okell, Ruth Calloway" });

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_second_load_changes_nothing()
    {
        var before = await StateAsync();

        var report = await app.LoadAgainAsync();

        Assert.Equal((0, 0, 0), (report.Added, report.Updated, report.Problems.Count));
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task A_changed_file_updates_its_article_and_keeps_its_address_even_when_the_slug_was_made_from_the_headline()
    {
        app.Edition.Write("articles/bare.md", Bare("The first wording"));
        await app.LoadAgainAsync();
        app.Edition.Write("articles/bare.md", Bare("Another wording"));

        var report = await app.LoadAgainAsync();

        Assert.Equal((0, 1), (report.Added, report.Updated));
        Assert.Equal("Another wording", (await app.PageAsync("/harbour/the-first-wording")).QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task A_changed_file_never_overwrites_what_an_editor_has_changed()
    {
        await ReviseAsync("first", "As the editor left it");
        app.Edition.Add(new Story { Slug = "first", Headline = "As the file says" });

        var report = await app.LoadAgainAsync();

        Assert.Equal((0, 1), (report.Updated, report.Kept));
        Assert.Equal("As the editor left it", (await app.PageAsync("/harbour/first")).QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task A_published_article_keeps_its_instant_whatever_the_file_says_later()
    {
        app.Edition.Add(new Story { Slug = "first", At = "2026-11-01T08:00:00Z" });

        var report = await app.LoadAgainAsync();

        Assert.Contains(report.Problems, problem => problem.ToString().Contains("articles/first.md(6)", StringComparison.Ordinal));
        Assert.Equal(
            DateTimeOffset.Parse("2026-11-20T08:00:00Z", null),
            await app.WithDatabaseAsync(db => db.Articles.Where(a => a.Slug == NewsSite.Domain.Slug.Of("first")).Select(a => a.PublishedAt).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_folder_that_was_moved_still_finds_its_articles()
    {
        using var elsewhere = new EditionFolder();
        elsewhere.Add(new Story { Slug = "first", Headline = "Moved and changed" }, new Story { Slug = "second", Section = "council", Authors = "Tomas Okell, Ruth Calloway" });
        var loader = app.Services.GetRequiredService<EditionLoader>();

        var report = await loader.LoadAsync(elsewhere.Path, Ct);

        Assert.Equal((0, 1, 0), (report.Added, report.Updated, report.Problems.Count));
    }

    [Fact]
    public async Task A_bad_file_is_named_with_its_line_and_the_rest_loads()
    {
        app.Edition.Write("articles/a-bad.md", "---\nheadline: Fine\nsection: harbour\nauthors: [Ann]\npublishedAt: yesterday\n---\n\nText.\n").Add(new Story { Slug = "z-good" });

        var report = await app.LoadAgainAsync();

        Assert.Equal("articles/a-bad.md(5)", report.Problems.Single().ToString().Split(':')[0]);
        await app.PageAsync("/harbour/z-good");
    }

    [Fact]
    public async Task A_file_s_new_slug_moves_its_article_and_the_old_address_leads_there()
    {
        app.Edition.Write("articles/first.md", new Story { Slug = "renamed" }.ToString());

        var report = await app.LoadAgainAsync();

        Assert.Equal((0, 1, 0), (report.Added, report.Updated, report.Problems.Count));
        using var answer = await app.GetAsync("/harbour/first");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/harbour/renamed"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task A_file_does_not_get_a_slug_that_old_links_to_another_article_have()
    {
        app.Edition.Write("articles/first.md", new Story { Slug = "renamed" }.ToString());
        await app.LoadAgainAsync();
        app.Edition.Write("articles/typed.md", new Story { Slug = "first" }.ToString()).Write("articles/made.md", Bare("First"));

        var report = await app.LoadAgainAsync();

        Assert.Equal("articles/typed.md(3): old links to the slug “first” lead to first.md. Give this article a “slug” of its own.", Assert.Single(report.Problems).ToString());
        await app.PageAsync("/harbour/first-2");
    }

    [Fact]
    public async Task A_moved_folder_finds_an_article_by_the_slug_that_it_had()
    {
        app.Edition.Write("articles/first.md", new Story { Slug = "renamed" }.ToString());
        await app.LoadAgainAsync();
        using var elsewhere = new EditionFolder();
        elsewhere.Add(new Story { Slug = "first" });

        var report = await app.Services.GetRequiredService<EditionLoader>().LoadAsync(elsewhere.Path, Ct);

        Assert.Equal((0, 1, 0), (report.Added, report.Updated, report.Problems.Count));
        await app.PageAsync("/harbour/first");
    }

    [Fact]
    public async Task Unknown_sections_authors_and_tags_are_created()
    {
        app.Edition.Add(new Story { Slug = "third", Section = "night-life", Authors = "Nobody Known", More = "tags: [New thing]" });

        await app.LoadAgainAsync();

        Assert.NotNull((await app.PageAsync("/night-life")).QuerySelector("h1"));
        await app.PageAsync("/author/nobody-known");
        await app.PageAsync("/tag/new-thing");
    }

    [Fact]
    public async Task A_draft_is_kept_and_shown_to_nobody()
    {
        app.Edition.Add(new Story { Slug = "not-yet", At = null, More = "status: draft" });

        Assert.Equal(1, (await app.LoadAgainAsync()).Added);
        await app.PageAsync("/harbour/not-yet", HttpStatusCode.NotFound);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Bare(string headline) =>
        $"---\nheadline: {headline}\nsection: harbour\nauthors: [Ann Lee]\npublishedAt: 2026-11-20T09:00:00Z\n---\n\n{Story.DefaultBody}";

    private Task<string> StateAsync() => app.WithDatabaseAsync(async db => string.Join('\n', await db.Articles
        .OrderBy(a => a.Id).Select(a => $"{a.Id} {a.Headline} {a.Version} {a.EditionHash}").ToListAsync(Ct))
        + await db.PublicationEvents.CountAsync(Ct) + await db.SiteProfiles.Select(s => s.Version).SingleAsync(Ct));

    private Task<Article?> ReviseAsync(string slug, string headline) => app.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<NewsSite.Data.NewsDbContext>();
        var wanted = NewsSite.Domain.Slug.Of(slug);
        var article = await db.Articles.Include(a => a.Section).Include(a => a.Byline).ThenInclude(b => b.Author).SingleAsync(a => a.Slug == wanted, Ct);
        var prepared = await services.GetRequiredService<CopyDesk>().PrepareAsync(
            new Manuscript { Headline = headline, Slug = wanted, Section = article.Section, Authors = [.. article.Byline.Select(b => b.Author)], Body = "An editor’s own words." }, "en", Ct);
        return await services.GetRequiredService<PublishingDesk>().ReviseAsync(article.Id, prepared.Copy!, NewsSite.Domain.Staff.Actor.Edition, Ct);
    });
}
