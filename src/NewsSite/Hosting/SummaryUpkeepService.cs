using NewsSite.Features.Publishing;

namespace NewsSite.Hosting;

/// <summary>After a start, and off the readers' path: summaries that an older method picked are picked anew.</summary>
internal sealed partial class SummaryUpkeepService(SummaryUpkeep upkeep, ILogger<SummaryUpkeepService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await upkeep.RunAsync(stoppingToken) is > 0 and var made) LogMade(made);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
        catch (Exception e) when (e is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            LogStopped(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Made} summaries were made by the present method")]
    private partial void LogMade(int made);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The rebuild of summaries stopped; the next start goes on with it")]
    private partial void LogStopped(Exception e);
}
