using Microsoft.EntityFrameworkCore;
using NewsSite.Domain.Articles;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Features.Publishing;

public sealed class PublicationEventTests : IDisposable
{
    private readonly NewsApp app = NewsApp.With(
        Story.Dated("a-older", NewsApp.Noon.AddDays(-3)),
        Story.Dated("b-newer", NewsApp.Noon.AddDays(-1)),
        Story.Dated("c-between", NewsApp.Noon.AddDays(-2)) with { Section = "council", Authors = "Tomas Okell", More = "tags: [Quay]" },
        Story.Dated("d-future", NewsApp.Noon.AddDays(5)),
        new Story { Slug = "e-draft", At = null, More = "status: draft" });

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task Publishing_tells_of_everything_that_shows_the_article_its_neighbours_among_them()
    {
        var published = await EventsAsync("c-between");

        Assert.Equal(
            ["article:1", "article:2", "article:3", "author:2", "fronts", "section:2", "tag:1"],
            Assert.Single(published).DependencyTags.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_schedule_is_due_when_readers_see_it_and_a_draft_is_no_event()
    {
        Assert.Equal(NewsApp.Noon.AddDays(5), Assert.Single(await EventsAsync("d-future")).DueAt);
        Assert.Empty(await EventsAsync("e-draft"));
    }

    [Fact]
    public async Task A_revision_that_changes_section_tells_of_the_old_and_the_new_one()
    {
        app.Edition.Add(Story.Dated("c-between", NewsApp.Noon.AddDays(-2)) with { Section = "harbour", Authors = "Ines Maddern" });
        await app.LoadAgainAsync();

        var revised = (await EventsAsync("c-between"))[^1];

        Assert.Equal(PublicationEventKind.Revised, revised.Kind);
        Assert.Superset(new HashSet<string> { "section:1", "section:2", "author:1", "author:2", "tag:1" }, revised.DependencyTags.ToHashSet());
    }

    private Task<List<PublicationEvent>> EventsAsync(string slug) => app.WithDatabaseAsync(db => db.PublicationEvents
        .Where(e => e.Article!.Slug == NewsSite.Domain.Slug.Of(slug)).OrderBy(e => e.Id).ToListAsync(TestContext.Current.CancellationToken));
}
