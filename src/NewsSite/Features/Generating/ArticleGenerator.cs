using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Publishing;

namespace NewsSite.Features.Generating;

/// <summary>Adds many plausible articles fast, for tests and benchmarks. The same data folder always gets the same articles.</summary>
public sealed class ArticleGenerator(IServiceScopeFactory scopes, CopyDesk copyDesk, TimeProvider clock)
{
    private const int BatchSize = 1000;
    private const int TagCount = 200;
    private const int AuthorCount = 40;

    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(7);

    /// <param name="count">Articles to add behind those that are there; they are dated back from now, one every seven minutes.</param>
    /// <param name="withSummaries">Renders and summarizes each as a save would; without it articles have no summary box.</param>
    public async Task RunAsync(int count, bool withSummaries, CancellationToken ct)
    {
        var first = await CountAsync(ct);
        var newest = clock.GetUtcNow();
        for (var done = 0; done < count; done += BatchSize)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDbContext>();
            var masthead = await MastheadAsync(db, ct);
            var stories = Enumerable.Range(done, Math.Min(BatchSize, count - done))
                .Select(i => (Manuscript: ManuscriptOf(first + i, masthead), At: newest - (Apart * (count - i)))).ToList();
            if (withSummaries) await PublishAsSavedAsync(scope.ServiceProvider.GetRequiredService<PublishingDesk>(), stories, ct);
            else await scope.ServiceProvider.GetRequiredService<BulkDesk>().PublishAsync([.. stories.Select(each => (PlainCopy(each.Manuscript), each.At))], ct);
        }
    }

    private async Task PublishAsSavedAsync(PublishingDesk desk, IEnumerable<(Manuscript Manuscript, DateTimeOffset At)> stories, CancellationToken ct)
    {
        foreach (var (manuscript, at) in stories)
        {
            var prepared = await copyDesk.PrepareAsync(manuscript, "en", ct);
            var article = await desk.DraftAsync(prepared.Copy ?? throw new InvalidOperationException(prepared.Refusal?.Reason), ct);
            await desk.PublishAsync(article.Id, at, Actor.CommandLine, ct);
        }
    }

    private async Task<int> CountAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NewsDbContext>().Articles.CountAsync(ct);
    }

    private static Manuscript ManuscriptOf(int number, Masthead masthead)
    {
        var story = new StoryWords(number, masthead.Sections.Count, masthead.Authors.Count, masthead.Tags.Count);
        return new Manuscript
        {
            Headline = story.Headline,
            Standfirst = story.Standfirst,
            Slug = Slug.Of(story.SlugText),
            Section = masthead.Sections[story.Section],
            Authors = [masthead.Authors[story.Author]],
            Tags = [.. story.Tags.Select(tag => masthead.Tags[tag])],
            Body = string.Join("\n\n", story.Paragraphs),
        };
    }

    // Generated bodies are plain paragraphs, so the renderer has nothing to add to them.
    private static ArticleCopy PlainCopy(Manuscript manuscript) => new()
    {
        Headline = manuscript.Headline,
        Standfirst = manuscript.Standfirst,
        Slug = manuscript.Slug,
        Section = manuscript.Section,
        Authors = manuscript.Authors,
        Tags = manuscript.Tags,
        Markdown = manuscript.Body,
        Html = string.Concat(manuscript.Body.Split("\n\n").Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>\n")),
        Words = manuscript.Body.Count(char.IsWhiteSpace) + 1,
    };

    private static async Task<Masthead> MastheadAsync(NewsDbContext db, CancellationToken ct)
    {
        if (!await db.Sections.AnyAsync(ct))
            db.Sections.AddRange(StoryWords.SectionNames.Select((name, place) => new Section(Slug.From(name)!, name, place)));
        if (!await db.Authors.AnyAsync(author => author.Slug == Slug.Of("generated-author-1"), ct))
        {
            db.Authors.AddRange(Enumerable.Range(1, AuthorCount).Select(n => new Author(Numbered("generated-author", n), StoryWords.AuthorName(n))));
            db.Tags.AddRange(Enumerable.Range(1, TagCount).Select(n => new Tag(Numbered("generated-tag", n), StoryWords.TagName(n))));
        }

        await db.SaveChangesAsync(ct);
        return new Masthead(
            await db.Sections.OrderBy(section => section.Id).ToListAsync(ct),
            await db.Authors.OrderBy(author => author.Id).ToListAsync(ct),
            await db.Tags.OrderBy(tag => tag.Id).ToListAsync(ct));
    }

    private static Slug Numbered(string text, int number) => Slug.Of(string.Create(CultureInfo.InvariantCulture, $"{text}-{number}"));

    private sealed record Masthead(IReadOnlyList<Section> Sections, IReadOnlyList<Author> Authors, IReadOnlyList<Tag> Tags);
}
