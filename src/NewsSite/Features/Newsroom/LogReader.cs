using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom;

/// <summary>Reads the audit log, newest first.</summary>
public sealed class LogReader(NewsDbContext db)
{
    private const int PageSize = 50;
    private const int ArticleLines = 30;

    /// <summary>What was done to one article.</summary>
    public Task<List<LogLine>> OfArticleAsync(long articleId, CancellationToken ct) =>
        Lines(db.AuditLog.Where(entry => entry.ArticleId == articleId)).Take(ArticleLines).ToListAsync(ct);

    /// <summary>A page of what an editor may see: the whole log for administrators, the own sections and one's own doings for editors.</summary>
    /// <param name="before">Id of the last line of the page before; null for the first page.</param>
    public async Task<LogPage> PageAsync(StaffMember member, long? before, CancellationToken ct)
    {
        var entries = db.AuditLog.Where(entry => before == null || entry.Id < before);
        if (!member.IsAdministrator)
            entries = entries.Where(entry => entry.AccountId == member.Id || (entry.SectionId != null && member.Sections.Contains(entry.SectionId.Value)));
        var lines = await Lines(entries).Take(PageSize + 1).ToListAsync(ct);
        return new LogPage([.. lines.Take(PageSize)], lines.Count > PageSize ? lines[PageSize - 1].Id : null);
    }

    // What was deleted since has no page to go to.
    private IQueryable<LogLine> Lines(IQueryable<AuditEntry> entries) => entries
        .OrderByDescending(entry => entry.Id)
        .Select(entry => new LogLine(entry.Id, entry.At, entry.Name, entry.Action, entry.Subject,
            db.Articles.Any(article => article.Id == entry.ArticleId) ? entry.ArticleId : null, entry.Detail));
}

/// <param name="Older">Value of <c>before</c> that asks for the next page; null on the last.</param>
public sealed record LogPage(IReadOnlyList<LogLine> Lines, long? Older);
