using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsSite.Data;
using NewsSite.Domain;

namespace NewsSite.Features.Counts;

/// <summary>Puts on file what was counted.</summary>
public sealed partial class CountKeeper(ReadTally tally, IServiceScopeFactory scopes, TimeProvider clock, ILogger<CountKeeper> log)
{
    /// <summary>Files the whole tally, or nothing of it: what could not be written is tried again the next time.</summary>
    public async Task KeepAsync(CancellationToken ct)
    {
        var entries = tally.Take();
        if (entries.Count == 0) return;

        var isKept = false;
        try
        {
            await WriteAsync(entries, ct);
            isKept = true;
        }
        catch (DbException e)
        {
            LogWaiting(e);
        }
        finally
        {
            if (!isKept) foreach (var entry in entries) tally.Add(entry);
        }
    }

    // One statement, and so one transaction. Whoever sends a number may send any: only what readers can see has counts.
    // CROSS tells SQLite to go from the entries to their articles, and not from all articles to the entries.
    private async Task WriteAsync(IReadOnlyList<CountEntry> entries, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDbContext>();
        var (rows, now) = (JsonSerializer.Serialize(entries), clock.GetUtcNow().ToStored().UtcDateTime);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO ArticleCounts (ArticleId, Day, Reads, SummaryOpens)
            SELECT Articles.Id, entry.value ->> 'Day', entry.value ->> 'Reads', entry.value ->> 'SummaryOpens'
            FROM json_each({rows}) AS entry CROSS JOIN Articles ON Articles.Id = entry.value ->> 'ArticleId'
            WHERE Articles.Status = 'Published' AND Articles.PublishedAt <= {now}
            ON CONFLICT (ArticleId, Day) DO UPDATE SET Reads = Reads + excluded.Reads, SummaryOpens = SummaryOpens + excluded.SummaryOpens
            """,
            ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Counts could not be written and wait for the next time")]
    private partial void LogWaiting(Exception e);
}
