using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Data;
using NewsSite.Domain;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Fronts;
using NewsSite.Domain.Staff;
using NewsSite.Features.Newsroom.Checks;
using NewsSite.Hosting;

namespace NewsSite.Features.Newsroom.Front;

/// <summary>Arranges the front page and puts it out. Each method is one transaction, and refuses to change what its caller has not seen.</summary>
public sealed class FrontDesk(NewsDbContext db, PublishedNews news, IOptions<NewsSiteOptions> options, TimeProvider clock)
{
    private const string Subject = "the front page";

    /// <summary>The arrangement being prepared; an empty one of version 0 while nobody began.</summary>
    public async Task<FrontArrangement> PreparedAsync(CancellationToken ct) => await Prepared.AsNoTracking().SingleOrDefaultAsync(ct) ?? new FrontArrangement();

    public Task<FrontOutcome> TakeAsync(FrontStep step, FrontForm form, StaffMember member, CancellationToken ct) => step switch
    {
        FrontStep.Place => ChangeAsync(form.Version, member, (front, now) => PlaceAsync(front, form, member, now, ct), ct),
        FrontStep.Move => ChangeAsync(form.Version, member, (front, _) => If(front.Move(form.Article, form.Slot)), ct),
        FrontStep.TakeOff => ChangeAsync(form.Version, member, (front, _) => If(front.TakeOff(form.Article)), ct),
        FrontStep.Stay => ChangeAsync(form.Version, member, (front, now) => If(front.Keep(form.Article, form.Stay.Until(now))), ct),
        FrontStep.ClearBanner => ChangeAsync(form.Version, member, (front, _) => Announce(front, null), ct),
        FrontStep.Discard => ChangeAsync(form.Version, member, (front, _) => DiscardAsync(front, ct), ct),
        _ => PutOutAsync(form.Version, member, ct),
    };

    public Task<FrontOutcome> AnnounceAsync(BannerForm form, StaffMember member, CancellationToken ct) =>
        ChangeAsync(form.Version, member, async (front, now) =>
        {
            var link = form.Link?.Trim() ?? "";
            if (await LinkedAsync(link, member, now, ct) is not { } article)
                return FrontOutcome.Refused(nameof(form.Link), "This is no address of an article of this site that is published or scheduled. Copy one of the list, or leave the field empty.");
            return await Announce(front, new BreakingBanner(form.Text.Trim(), article == 0 ? null : article, now.AddHours(form.Hours).ToStored()));
        }, ct);

    /// <summary>Prepares once more what went out earlier; readers see nothing of it yet.</summary>
    public Task<FrontOutcome> BringBackAsync(long id, int version, StaffMember member, CancellationToken ct) =>
        ChangeAsync(version, member, async (front, now) =>
        {
            if (await Out.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is not { } earlier) return FrontOutcome.Refused("", "No such front page went out.");
            front.BringBack(earlier, now);
            return FrontOutcome.Done;
        }, ct);

    private IQueryable<FrontArrangement> Prepared => db.FrontArrangements.Where(front => !front.IsOut);

    private IQueryable<FrontArrangement> Out => db.FrontArrangements.Where(front => front.IsOut);

    // The transaction takes the database's write lock before it reads, so that nobody else writes between the question and the answer.
    private async Task<FrontOutcome> ChangeAsync(int version, StaffMember member, Func<FrontArrangement, DateTimeOffset, Task<FrontOutcome>> change, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var front = await Prepared.SingleOrDefaultAsync(ct);
        if ((front?.Version ?? 0) != version) return FrontOutcome.Stale;
        if (front is null) db.Add(front = new FrontArrangement());

        var now = clock.GetUtcNow();
        var outcome = await change(front, now);
        if (outcome.End is not FrontEnd.Done) return outcome;

        front.Sign(Actor.Of(member), now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return outcome;
    }

    private async Task<FrontOutcome> PutOutAsync(int version, StaffMember member, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var front = await PreparedAsync(ct);
        if (front.Version != version) return FrontOutcome.Stale;
        if (front.IsLike(await news.FrontAsync(ct) ?? new FrontArrangement())) return FrontOutcome.Done;

        var (by, now) = (Actor.Of(member), clock.GetUtcNow());
        db.Add(front.GoOut(by, now));
        db.AuditLog.Add(new AuditEntry(by, AuditAction.FrontArranged, Subject, now) { Detail = FrontWords.Summary(front) });
        db.PublicationEvents.Add(new PublicationEvent(PublicationEventKind.FrontArranged, [DependencyTags.Fronts], now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return FrontOutcome.Done;
    }

    private async Task<FrontOutcome> PlaceAsync(FrontArrangement front, FrontForm form, StaffMember member, DateTimeOffset now, CancellationToken ct)
    {
        if (!await Placeable(member, now).AnyAsync(article => article.Id == form.Article, ct))
            return FrontOutcome.Refused("", "Article: only one that is published or scheduled can be placed. Choose one of the list.");
        return FrontOutcome.Done with { PushedOff = front.Place(form.Article, form.Slot, form.Stay.Until(now), now) };
    }

    private async Task<FrontOutcome> DiscardAsync(FrontArrangement front, CancellationToken ct)
    {
        front.TakeFrom(await news.FrontAsync(ct) ?? new FrontArrangement());
        return FrontOutcome.Done;
    }

    private IQueryable<Article> Placeable(StaffMember member, DateTimeOffset now) =>
        db.Articles.AsNoTracking().KnownTo(member, now).Where(article => article.Status == ArticleStatus.Published);

    /// <returns>Id; 0 for no link, null for one that is no good.</returns>
    private async Task<long?> LinkedAsync(string link, StaffMember member, DateTimeOffset now, CancellationToken ct)
    {
        if (link.Length == 0) return 0;
        if (OwnLink.Of(link, options.Value.BaseUrl) is not { Kind: PlaceKind.Article, Slug: { } slug }) return null;
        return await Placeable(member, now).Where(article => article.Slug == slug).Select(article => (long?)article.Id).SingleOrDefaultAsync(ct);
    }

    private static Task<FrontOutcome> Announce(FrontArrangement front, BreakingBanner? banner)
    {
        front.Announce(banner);
        return If(true);
    }

    private static Task<FrontOutcome> If(bool isThere) => Task.FromResult(isThere ? FrontOutcome.Done : FrontOutcome.NotThere);
}
