using Microsoft.EntityFrameworkCore;

namespace NewsSite.Data.Search;

/// <summary>Notes which articles the search has to read anew, in the transaction that renamed or merged what they are filed under.</summary>
public sealed class StaleSearch(NewsDbContext db)
{
    public Task MarkSectionAsync(long sectionId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"INSERT INTO StaleSearchRows (ArticleId) SELECT Id FROM Articles WHERE SectionId = {sectionId} AND Status = 'Published' ON CONFLICT DO NOTHING", ct);

    public Task MarkTagAsync(long tagId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"INSERT INTO StaleSearchRows (ArticleId) SELECT ArticleId FROM ArticleTags WHERE TagId = {tagId} ON CONFLICT DO NOTHING", ct);

    public Task MarkAuthorAsync(long authorId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"INSERT INTO StaleSearchRows (ArticleId) SELECT ArticleId FROM Bylines WHERE AuthorId = {authorId} ON CONFLICT DO NOTHING", ct);
}
