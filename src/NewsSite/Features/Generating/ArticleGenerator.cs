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
            var batch = new List<(ArticleCopy, DateTimeOffset)>(BatchSize);
            for (var i = done; i < Math.Min(done + BatchSize, count); i++)
            {
                var story = new StoryWords(first + i, masthead.Sections.Count, masthead.Authors.Count, masthead.Tags.Count);
                batch.Add((await CopyAsync(story, masthead, withSummaries, ct), newest - (Apart * (count - i))));
            }

            await scope.ServiceProvider.GetRequiredService<PublishingDesk>().PublishAllAsync(batch, ct);
        }
    }

    private async Task<int> CountAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NewsDbContext>().Articles.CountAsync(ct);
    }

    private async Task<ArticleCopy> CopyAsync(StoryWords story, Masthead masthead, bool withSummaries, CancellationToken ct)
    {
        var manuscript = new Manuscript
        {
            Headline = story.Headline,
            Standfirst = story.Standfirst,
            Slug = Slug.Of(story.SlugText),
            Section = masthead.Sections[story.Section],
            Authors = [masthead.Authors[story.Author]],
            Tags = [.. story.Tags.Select(tag => masthead.Tags[tag])],
            Body = string.Join("\n\n", story.Paragraphs),
        };
        if (withSummaries && (await copyDesk.PrepareAsync(manuscript, "en", ct)).Copy is { } prepared) return prepared;

        return new ArticleCopy
        {
            Headline = manuscript.Headline,
            Standfirst = manuscript.Standfirst,
            Slug = manuscript.Slug,
            Section = manuscript.Section,
            Authors = manuscript.Authors,
            Tags = manuscript.Tags,
            Markdown = manuscript.Body,
            Html = string.Concat(story.Paragraphs.Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>\n")),
            Words = story.Paragraphs.Sum(paragraph => paragraph.Count(c => c == ' ') + 1),
        };
    }

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
