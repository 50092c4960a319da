using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Fronts;
using NewsSite.Domain.Site;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom.Front;
using NewsSite.Features.Publishing;
using NewsSite.Features.Settings;
using NewsSite.Tests.Support;

namespace NewsSite.Tests.Delivery;

/// <summary>Does, by chance, all that people do in a newsroom.</summary>
internal sealed class Newsroom(NewsApp app, Random chance, StaffMember editor)
{
    private static readonly Actor By = new(null, "Ann Lee");

    private int serial;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <returns>What was done, in words.</returns>
    public async Task<string> ActAsync()
    {
        (string Name, Func<Task> Act)[] acts =
        [
            ("publishes", PublishAsync), ("publishes", PublishAsync), ("schedules", ScheduleAsync), ("schedules", ScheduleAsync), ("waits", WaitAsync), ("waits", WaitAsync),
            ("rewrites a headline", () => ReviseAsync(copy => copy with { Headline = $"Headline {++serial}" })),
            ("rewrites a body", () => ReviseAsync(copy => copy with { Html = $"<p>Body {++serial}.</p>" })),
            ("moves an address", () => ReviseAsync(copy => copy with { Slug = Slug.Of($"moved-{++serial}") })),
            ("takes into a series", () => ReviseAsync(copy => copy with { Series = chance.Next(2) == 0 ? null : "The quay" })),
            ("refiles", RefileAsync), ("retracts", RetractAsync), ("unpublishes", UnpublishAsync), ("translates", TranslateAsync),
            ("arranges the front", ArrangeAsync), ("breaks news", AnnounceAsync), ("renames a tag", RenameTagAsync), ("merges tags", MergeTagsAsync),
            ("renames a section", RenameSectionAsync), ("sorts sections", SortSectionsAsync), ("renames the paper", RenameSiteAsync), ("writes a page", WritePageAsync),
            ("renames an author", RenameAuthorAsync), ("lets the search catch up", () => app.Services.GetRequiredService<SearchUpkeep>().RunAsync(Ct)),
            ("decides on crawlers", DecideOnCrawlersAsync),
        ];
        var (name, act) = acts[chance.Next(acts.Length)];
        await act();
        return name;
    }

    private async Task PublishAsync()
    {
        var id = await DraftAsync(original: null);
        await WithDeskAsync(desk => desk.PublishAsync(id, app.Clock.GetUtcNow(), By, Ct));
    }

    private async Task ScheduleAsync()
    {
        var id = await DraftAsync(original: null);
        await WithDeskAsync(desk => desk.PublishAsync(id, app.Clock.GetUtcNow().AddMinutes(chance.Next(1, 180)), By, Ct));
    }

    private Task WaitAsync()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(chance.Next(1, 240)));
        return Task.CompletedTask;
    }

    private async Task TranslateAsync()
    {
        if (await AnyPublishedAsync() is not { } original) return;
        var id = await DraftAsync(original);
        await WithDeskAsync(desk => desk.PublishAsync(id, app.Clock.GetUtcNow(), By, Ct));
    }

    private async Task RetractAsync()
    {
        if (await AnyPublishedAsync() is { } id) await WithDeskAsync(desk => desk.RetractAsync(id, "It was wrong.", By, Ct));
    }

    private async Task UnpublishAsync()
    {
        if (await AnyPublishedAsync() is { } id) await WithDeskAsync(desk => desk.UnpublishAsync(id, By, null, Ct));
    }

    private async Task RefileAsync()
    {
        if (await AnyPublishedAsync() is not { } id) return;
        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<NewsDbContext>();
            var sections = await db.Sections.ToListAsync(Ct);
            var tags = await db.Tags.ToListAsync(Ct);
            return await services.GetRequiredService<PublishingDesk>().RefileAsync(id, sections[chance.Next(sections.Count)], [.. tags.Where(_ => chance.Next(2) == 0).Take(3)], By, Ct);
        });
    }

    private async Task ReviseAsync(Func<ArticleCopy, ArticleCopy> change)
    {
        if (await AnyPublishedAsync() is not { } id) return;
        await app.InScopeAsync(async services =>
        {
            var article = await services.GetRequiredService<NewsDbContext>().Articles
                .Include(each => each.Section).Include(each => each.Body).Include(each => each.Summary).Include(each => each.TranslationOf)
                .Include(each => each.Byline).ThenInclude(entry => entry.Author).Include(each => each.Tags).ThenInclude(entry => entry.Tag)
                .AsSplitQuery().SingleAsync(each => each.Id == id, Ct);
            var copy = new ArticleCopy
            {
                Headline = article.Headline,
                Standfirst = article.Standfirst,
                Slug = article.Slug,
                Section = article.Section,
                Markdown = article.Body.Markdown,
                Html = article.Body.Html,
                Authors = [.. article.Byline.Select(entry => entry.Author)],
                Tags = [.. article.Tags.Select(entry => entry.Tag)],
                Words = article.Words,
                Series = article.Series,
                TranslationOf = article.TranslationOf,
                Summary = article.Summary,
            };
            return await services.GetRequiredService<PublishingDesk>().ReviseAsync(id, change(copy), By, Ct);
        });
    }

    private async Task ArrangeAsync()
    {
        if (await AnyPublishedAsync() is not { } id) return;
        await app.ArrangeAsync(editor, FrontStep.Place, id, chance.Next(FrontPlan.Slots), FrontStay.SixHours);
        await app.PutOutAsync(editor);
    }

    private async Task AnnounceAsync()
    {
        await app.AnnounceAsync(editor, $"News {++serial}");
        await app.PutOutAsync(editor);
    }

    private Task<bool> RenameTagAsync() => InSettingsAsync(async (services, db) =>
    {
        if (await db.Tags.AsNoTracking().OrderBy(tag => tag.Id).Skip(chance.Next(3)).FirstOrDefaultAsync(Ct) is not { } tag) return;
        await services.GetRequiredService<TagDesk>().ChangeAsync(tag.Id, new TagForm { Name = $"Tag {++serial}", Slug = chance.Next(2) == 0 ? tag.Slug.Value : $"tag-{serial}", Version = tag.Version }, By, Ct);
    });

    private Task<bool> MergeTagsAsync() => InSettingsAsync(async (services, db) =>
    {
        if (await db.Tags.AsNoTracking().OrderBy(tag => tag.Id).Take(2).ToListAsync(Ct) is not [var one, var other]) return;
        await services.GetRequiredService<TagDesk>().MergeAsync(one.Id, new MergeForm { Into = other.Slug.Value, Version = one.Version }, By, Ct);
    });

    private Task<bool> RenameSectionAsync() => InSettingsAsync(async (services, db) =>
    {
        var section = await db.Sections.AsNoTracking().OrderBy(each => each.Id).FirstAsync(Ct);
        await services.GetRequiredService<SectionDesk>().ChangeAsync(section.Id, new SectionForm { Name = $"Section {++serial}", Slug = chance.Next(2) == 0 ? section.Slug.Value : $"section-{serial}", OffersSummaries = chance.Next(2) == 0, Version = section.Version }, By, Ct);
    });

    private Task<bool> SortSectionsAsync() => InSettingsAsync(async (services, db) =>
        await services.GetRequiredService<SectionDesk>().MoveAsync((await db.Sections.AsNoTracking().OrderBy(each => each.Id).FirstAsync(Ct)).Id, up: chance.Next(2) == 0, By, Ct));

    private Task<bool> RenameAuthorAsync() => InSettingsAsync(async (services, db) =>
    {
        var author = await db.Authors.AsNoTracking().OrderBy(each => each.Id).FirstAsync(Ct);
        await services.GetRequiredService<AuthorDesk>().ChangeAsync(author.Id, new AuthorForm { Name = $"Author {++serial}", Slug = author.Slug.Value, Version = author.Version }, By, Ct);
    });

    private Task<bool> RenameSiteAsync() => InSettingsAsync(async (services, db) =>
    {
        var desk = services.GetRequiredService<SiteDesk>();
        var form = await desk.ReadAsync(Ct);
        form.Name = $"The Courier {++serial}";
        await desk.ChangeAsync(form, By, Ct);
    });

    private Task<bool> WritePageAsync() => InSettingsAsync(async (services, db) =>
    {
        db.ContentPages.Add(new ContentPage(Slug.Of($"page-{++serial}"), $"Page {serial}", "Text.", "<p>Text.</p>"));
        await db.SaveChangesAsync(Ct);
    });

    private Task<bool> DecideOnCrawlersAsync() => InSettingsAsync(async (services, db) =>
    {
        var site = await db.SiteProfiles.SingleAsync(Ct);
        site.Admit(new CrawlerPolicy(chance.Next(2) == 0, chance.Next(2) == 0, chance.Next(2) == 0));
        await db.SaveChangesAsync(Ct);
    });

    private Task<long> DraftAsync(long? original) => app.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<NewsDbContext>();
        var (sections, authors, tags) = (await db.Sections.ToListAsync(Ct), await db.Authors.ToListAsync(Ct), await db.Tags.ToListAsync(Ct));
        var copy = new ArticleCopy
        {
            Headline = $"Story {++serial}",
            Slug = Slug.Of($"story-{serial}"),
            Section = sections[chance.Next(sections.Count)],
            Authors = [authors[chance.Next(authors.Count)]],
            Tags = [.. tags.Where(_ => chance.Next(2) == 0).Take(3)],
            Markdown = "Text.",
            Html = "<p>Text.</p>",
            Words = 1,
            Series = chance.Next(4) == 0 ? "The quay" : null,
            TranslationOf = original is { } id ? await db.Articles.SingleAsync(each => each.Id == id, Ct) : null,
            Language = original is null ? null : "de",
        };
        return (await services.GetRequiredService<PublishingDesk>().DraftAsync(copy, Ct)).Id;
    });

    private Task<long?> AnyPublishedAsync() => app.WithDatabaseAsync(async db =>
    {
        var ids = await db.Articles.Where(article => article.Status == ArticleStatus.Published).Select(article => article.Id).ToListAsync(Ct);
        return ids.Count == 0 ? (long?)null : ids[chance.Next(ids.Count)];
    });

    private Task<T> WithDeskAsync<T>(Func<PublishingDesk, Task<T>> act) => app.InScopeAsync(services => act(services.GetRequiredService<PublishingDesk>()));

    private Task<bool> InSettingsAsync(Func<IServiceProvider, NewsDbContext, Task> act) => app.InScopeAsync(async services =>
    {
        await act(services, services.GetRequiredService<NewsDbContext>());
        return true;
    });
}
