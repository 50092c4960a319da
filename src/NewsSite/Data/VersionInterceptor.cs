using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NewsSite.Domain;

namespace NewsSite.Data;

/// <summary>Raises the version of every changed row: the database cannot do it on SQLite.</summary>
internal sealed class VersionInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        RaiseVersions(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        RaiseVersions(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void RaiseVersions(DbContext? context)
    {
        foreach (var entry in context?.ChangeTracker.Entries<IVersioned>() ?? [])
        {
            if (entry.State is EntityState.Modified or EntityState.Added)
                entry.Property(nameof(IVersioned.Version)).CurrentValue = entry.Entity.Version + 1;
        }
    }
}
