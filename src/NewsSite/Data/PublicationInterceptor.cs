using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NewsSite.Domain.Articles;
using NewsSite.Domain.Site;
using NewsSite.Domain.Staff;
using NewsSite.Domain.Taxonomy;

namespace NewsSite.Data;

/// <summary>
/// Announces, whoever saves it, each change of what every page may show, in the transaction of the change; and rings once it is committed.
/// </summary>
internal sealed class PublicationInterceptor(PublicationBell bell, TimeProvider clock) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is NewsDbContext db && TagsOf(db.ChangeTracker) is { } tags)
            db.PublicationEvents.Add(new PublicationEvent(PublicationEventKind.SiteChanged, tags, clock.GetUtcNow()));
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (result > 0 && eventData.Context?.Database.CurrentTransaction is null) await bell.RingAsync();
        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => bell.RingAsync();

    /// <returns>Null when nothing of the kind changes.</returns>
    private static IReadOnlyList<string>? TagsOf(ChangeTracker changes)
    {
        var found = changes.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (found.Exists(IsEverywhere)) return [DependencyTags.Everything];
        return found.Exists(entry => entry.Entity is FormerSlug) ? [] : null; // no page differs, but an address may lead on that led nowhere
    }

    // A new name of a tag or an author is shown nowhere before an article has it.
    private static bool IsEverywhere(EntityEntry entry) =>
        entry.Entity is SiteProfile or Section or ContentPage || (entry.Entity is Tag or Author && entry.State is not EntityState.Added);
}
