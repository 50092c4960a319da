using Microsoft.EntityFrameworkCore;

namespace NewsSite.Data.Search;

/// <summary>The full-text rows of published articles, kept in the caller's transaction. The text itself is not stored a second time.</summary>
public sealed class SearchIndex(NewsDbContext db)
{
    public async Task PutAsync(long articleId, string headline, string? standfirst, string body, CancellationToken ct)
    {
        await RemoveAsync(articleId, ct);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO ArticleSearch (rowid, Headline, Standfirst, Body) VALUES ({articleId}, {headline}, {standfirst ?? ""}, {body})", ct);
    }

    public Task RemoveAsync(long articleId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"DELETE FROM ArticleSearch WHERE rowid = {articleId}", ct);
}
