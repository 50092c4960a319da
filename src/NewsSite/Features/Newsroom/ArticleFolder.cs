using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Features.Newsroom;

/// <summary>Hands an article out to those who may open it.</summary>
public sealed class ArticleFolder(NewsDbContext db)
{
    /// <returns>The article with all its parts, tracked; null when there is none, or none for this person.</returns>
    public async Task<OpenArticle?> OpenAsync(long id, StaffMember member, CancellationToken ct)
    {
        var article = await db.Articles
            .Include(found => found.Section).Include(found => found.Body).Include(found => found.Summary)
            .Include(found => found.Byline).ThenInclude(entry => entry.Author)
            .Include(found => found.Tags).ThenInclude(entry => entry.Tag)
            .Include(found => found.TranslationOf)
            .AsSplitQuery()
            .SingleOrDefaultAsync(found => found.Id == id, ct);
        if (article is null) return null;

        var open = new OpenArticle(article, await db.WorkingCopies.SingleOrDefaultAsync(copy => copy.ArticleId == id, ct), member);
        return open.Standing is Standing.Stranger ? null : open;
    }
}

/// <summary>An article on somebody's table.</summary>
/// <param name="Copy">What has not been filed; null when all is.</param>
public sealed record OpenArticle(Article Article, WorkingCopy? Copy, StaffMember Member)
{
    public Standing Standing => StandingIn(Article.Section);

    /// <summary>What the person would be to the article in another section.</summary>
    public Standing StandingIn(Section section) =>
        new ArticleFacts(section.Id, section.AuthorsPublish, Article.OwnerId, [.. Article.Byline.Select(entry => entry.AuthorId)]).StandingOf(Member);

    /// <summary>Whether changes stand beside what readers see, or will see.</summary>
    public bool HasChanges => Copy is not null && Article.Status is ArticleStatus.Published;

    public bool Allows(WorkflowStep step) => Standing >= LeastFor(step);

    /// <summary>Whether the step may take the article to a section: rights in the one that it leaves are not rights in the one it goes to.</summary>
    public bool AllowsInto(Section there, WorkflowStep step) =>
        there.Id == Article.SectionId || (StandingIn(there) >= LeastFor(WorkflowStep.Edit) && StandingIn(there) >= LeastFor(step));

    /// <returns>Null when nobody may, as the article stands.</returns>
    public Standing? LeastFor(WorkflowStep step) => Workflow.LeastFor(step, Article.Status, Copy?.Status ?? ChangeStatus.Private);
}
