using NewsSite.Features.Publishing;

namespace NewsSite.Hosting;

/// <summary>Lets the search catch up after names and sections changed, off everybody's path.</summary>
internal sealed partial class SearchUpkeepService(SearchUpkeep upkeep, TimeProvider clock, ILogger<SearchUpkeepService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause, clock, stoppingToken);
                await RunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
    }

    private async Task RunAsync(CancellationToken ct)
    {
        try
        {
            if (await upkeep.RunAsync(ct) is > 0 and var read) LogRead(read);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or Microsoft.EntityFrameworkCore.DbUpdateException)
        {
            LogStopped(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The search read {Read} articles anew")]
    private partial void LogRead(int read);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search could not catch up; it tries again")]
    private partial void LogStopped(Exception e);
}
