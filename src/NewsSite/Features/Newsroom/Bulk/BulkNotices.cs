using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Staff;

namespace NewsSite.Features.Newsroom.Bulk;

/// <summary>Says what came of something that was done with many articles.</summary>
public sealed class BulkNotices(NewsDbContext db, TimeProvider clock)
{
    /// <returns>Null when the person has done no such thing within a day.</returns>
    public async Task<BulkNotice?> ReadAsync(long? actId, StaffMember member, CancellationToken ct)
    {
        var oldest = clock.GetUtcNow() - BulkAct.Life;
        if (actId is null) return null;
        if (await db.BulkActs.AsNoTracking().SingleOrDefaultAsync(known => known.Id == actId && known.AccountId == member.Id && known.At > oldest, ct) is not { } act) return null;

        var refused = act.Items.Where(item => item.Refusal is not null).ToList();
        var ids = refused.ConvertAll(item => item.ArticleId);
        // Of what is no longer theirs to know of, there is nothing left to say.
        var headlines = ids.Count == 0 ? [] : await db.Articles.OpenTo(member).Where(article => ids.Contains(article.Id)).ToDictionaryAsync(article => article.Id, article => article.Headline, ct);
        return new BulkNotice(act, [.. refused.Where(item => headlines.ContainsKey(item.ArticleId)).Select(item => new BulkRefusal(item.ArticleId, headlines[item.ArticleId], item.Refusal!))]);
    }
}

/// <summary>What the desk says after the redirect.</summary>
public sealed record BulkNotice(BulkAct Act, IReadOnlyList<BulkRefusal> Refused)
{
    public int Done => Act.Done.Count();

    public bool OffersUndo => Act.IsUndoable && Act.UndoneAt is null && Done > 0;
}

public sealed record BulkRefusal(long ArticleId, string Headline, string Why);
