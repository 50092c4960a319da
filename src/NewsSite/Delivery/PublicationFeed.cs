using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain.Articles;
using NewsSite.Features.Shared;

namespace NewsSite.Delivery;

/// <summary>Reads what was announced since the last look, in the order of the announcements, and takes out of the store what it touches.</summary>
public sealed partial class PublicationFeed(IServiceScopeFactory scopes, PageStore store, DueTimes dues, SiteDirectory site, ILogger<PublicationFeed> log) : IDisposable
{
    private const int Batch = 200;

    private readonly SemaphoreSlim gate = new(1);
    private long? last;

    /// <summary>Where to read on from. Call it before the first page is made.</summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        last = await Events(scope).MaxAsync(change => (long?)change.Id, ct) ?? 0;
    }

    /// <summary>Once a change has been committed here: when it returns, no reader gets what was before.</summary>
    public async Task HearAsync()
    {
        if (last is null) return;
        try
        {
            await CatchUpAsync(CancellationToken.None);
        }
        catch (DbException e)
        {
            // Something has changed, and nobody can say what.
            LogDeaf(e);
            Take([DependencyTags.Everything], isWithheld: true);
        }
    }

    /// <exception cref="DbException">The database does not answer.</exception>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            while (await NextAsync(ct) == Batch)
            {
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private static DbSet<PublicationEvent> Events(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<NewsDbContext>().PublicationEvents;

    private async Task<int> NextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var found = await Events(scope).AsNoTracking().Where(change => change.Id > last).OrderBy(change => change.Id).Take(Batch)
            .Select(change => new { change.Id, change.Kind, change.DependencyTags }).ToListAsync(ct);
        foreach (var change in found)
        {
            Take(change.DependencyTags, change.Kind is PublicationEventKind.Retracted or PublicationEventKind.Unpublished);
            last = change.Id;
        }

        return found.Count;
    }

    private void Take(IReadOnlyCollection<string> tags, bool isWithheld)
    {
        if (tags.Contains(DependencyTags.Everything)) site.Forget();
        dues.Forget();
        store.Drop(tags, isWithheld);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not read what has just been published; every page is made anew")]
    private partial void LogDeaf(Exception e);
}
