using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;
using NewsSite.Features.Accounts;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Newsroom;

/// <summary>Lays an article out for the editor page.</summary>
public sealed class SheetReader(NewsDbContext db, ArticleFolder folder, LogReader log, CurrentSite site, TimeProvider clock)
{
    private static readonly HashSet<WorkflowStep> StepsOfNew = [WorkflowStep.Edit, WorkflowStep.Submit, WorkflowStep.Publish];

    /// <summary>An empty sheet; nothing is kept until something is typed.</summary>
    public async Task<EditorSheet> BlankAsync(StaffMember member, CancellationToken ct)
    {
        var sections = await SectionsAsync(member, ct);
        var byline = await db.Authors.Where(author => author.Id == member.AuthorId).Select(author => author.Name).SingleOrDefaultAsync(ct);
        return new EditorSheet
        {
            Form = new ArticleForm { Byline = byline, Section = sections.Count == 1 ? sections[0].Id : null },
            StateWords = "New",
            Steps = MayPublish(member) ? StepsOfNew : StepsOfNew.Where(step => step is not WorkflowStep.Publish).ToHashSet(),
            Sections = sections,
            AuthorNames = await AuthorNamesAsync(member, ct),
            TagNames = await TagNamesAsync(member, ct),
        };
    }

    /// <returns>Null when there is no such article, or none for this person.</returns>
    public async Task<EditorSheet?> OpenAsync(long id, StaffMember member, CancellationToken ct)
    {
        if (await folder.OpenAsync(id, member, ct) is not { } open) return null;

        var (article, now) = (open.Article, clock.GetUtcNow());
        return new EditorSheet
        {
            Id = id,
            Form = FormText.Of(open, site.View.TimeZone.Id),
            Version = article.Version,
            Status = article.Status,
            StateWords = StateWords.Of(article.Status, article.PublishedAt, article.WithdrawnAt is not null, now),
            SavedAt = open.Copy?.SavedAt ?? article.EditedAt,
            SavedBy = open.Copy?.SavedBy ?? article.EditedBy,
            Changes = open.HasChanges ? open.Copy!.Status : null,
            Steps = Enum.GetValues<WorkflowStep>().Where(step => open.Allows(step) && IsDue(step, open, now)).ToHashSet(),
            Sections = await SectionsAsync(member, ct),
            AuthorNames = await AuthorNamesAsync(member, ct),
            TagNames = await TagNamesAsync(member, ct),
            PublicUrl = article.IsOut(now) || article.Status is ArticleStatus.Retracted ? SiteUrls.Article(article.Section.Slug.Value, article.Slug.Value) : null,
            FormerSlugs = await db.FormerSlugs.Where(former => former.Owner == SlugOwner.Article && former.TargetId == id && former.Slug != article.Slug)
                .OrderBy(former => former.Slug).Take(EditorSheet.MaxFormerSlugs).Select(former => former.Slug.Value).ToListAsync(ct),
            TakesOver = await db.FormerSlugs.AnyAsync(former => former.Owner == SlugOwner.Article && former.TargetId != id && former.Slug == article.Slug, ct),
            WasOut = article.WasOut(now),
            PublishedAt = article.PublishedAt,
            BinnedAt = article.Status is ArticleStatus.Binned ? article.EditedAt : null,
            BinnedBy = article.EditedBy,
            History = await log.OfArticleAsync(id, ct),
        };
    }

    // The table of steps knows no clock: what is out cannot be published again, what is not out cannot be retracted, and what was out is not deleted.
    private static bool IsDue(WorkflowStep step, OpenArticle open, DateTimeOffset now) => step switch
    {
        WorkflowStep.Publish => !open.Article.IsOut(now),
        WorkflowStep.Retract => open.Article.IsOut(now),
        WorkflowStep.Delete => !open.Article.WasOut(now),
        WorkflowStep.Discard => open.HasChanges,
        _ => true,
    };

    private static bool MayPublish(StaffMember member) => member.Role >= StaffRole.Author;

    private Task<List<SectionChoice>> SectionsAsync(StaffMember member, CancellationToken ct) =>
        db.Sections.Where(section => member.Role != StaffRole.Editor || member.Sections.Contains(section.Id))
            .OrderBy(section => section.Position).Select(section => new SectionChoice(section.Id, section.Name)).ToListAsync(ct);

    // A name that stands only over what is not theirs to see would tell of it.
    private Task<List<string>> AuthorNamesAsync(StaffMember member, CancellationToken ct)
    {
        var (entries, known) = (db.Set<BylineEntry>(), Known(member));
        return db.Authors
            .Where(author => !entries.Any(entry => entry.AuthorId == author.Id) || entries.Any(entry => entry.AuthorId == author.Id && known.Any(article => article.Id == entry.ArticleId)))
            .OrderBy(author => author.Name).Select(author => author.Name).Take(EditorSheet.MaxSuggestions).ToListAsync(ct);
    }

    private Task<List<string>> TagNamesAsync(StaffMember member, CancellationToken ct)
    {
        var (entries, known) = (db.Set<ArticleTag>(), Known(member));
        return db.Tags
            .Where(tag => entries.Any(entry => entry.TagId == tag.Id && known.Any(article => article.Id == entry.ArticleId)))
            .OrderBy(tag => tag.Name).Select(tag => tag.Name).Take(EditorSheet.MaxSuggestions).ToListAsync(ct);
    }

    private IQueryable<Article> Known(StaffMember member) => db.Articles.KnownTo(member, clock.GetUtcNow());
}
