using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Fronts;
using NewsSite.Domain.Staff;
using NewsSite.Features.Fronts;
using NewsSite.Features.Shared;

namespace NewsSite.Features.Newsroom.Front;

/// <summary>Shows the front page as it would go out, with what is scheduled in its slots already, to those who may know of it.</summary>
public sealed class FrontPreviewReader(NewsDbContext db, FrontDesk desk, FrontReader fronts, StoryReader stories, RequestInstant now)
{
    public async Task<FrontPreview> ReadAsync(StaffMember member, CancellationToken ct)
    {
        var prepared = await desk.PreparedAsync(ct);
        var placed = prepared.Placements.Where(placement => placement.StandsAt(now.Utc)).Select(placement => placement.ArticleId).ToList();
        var early = placed.Count == 0 ? [] : await stories.NewestAsync(
            db.Articles.AsNoTracking().OpenTo(member).Where(article => placed.Contains(article.Id) && article.Status == ArticleStatus.Published && article.PublishedAt > now.Utc), FrontPlan.Slots, ct);
        return new FrontPreview(await fronts.ComposeAsync(prepared, early, ct), early);
    }
}

/// <param name="Early">What the view shows and readers will only see when it is due.</param>
public sealed record FrontPreview(FrontView View, IReadOnlyList<StoryView> Early);
