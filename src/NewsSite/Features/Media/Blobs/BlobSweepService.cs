namespace NewsSite.Features.Media.Blobs;

/// <summary>Runs the sweep an hour after the start, so that no restart is busy with it, and then once a day.</summary>
public sealed partial class BlobSweepService(BlobSweep sweep, TimeProvider time, ILogger<BlobSweepService> log) : BackgroundService
{
    public static readonly TimeSpan First = TimeSpan.FromHours(1);
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(First, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                timer.Period = Every;
                await SweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is met again.
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        try
        {
            await sweep.RunAsync(ct);
        }
        catch (Exception e) when (e is IOException or System.Data.Common.DbException)
        {
            LogStopped(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep of unused blobs stopped; tomorrow's goes on with it")]
    private partial void LogStopped(Exception e);
}
