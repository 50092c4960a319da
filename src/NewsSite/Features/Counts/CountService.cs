namespace NewsSite.Features.Counts;

/// <summary>Has the counts filed every few seconds, and once more when the site stops. What a crash catches in memory is lost.</summary>
public sealed class CountService(CountKeeper keeper, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <remarks>The server has stopped before: nothing is counted after this.</remarks>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await keeper.KeepAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Every, time, stoppingToken);
                await keeper.KeepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The rest is filed as the site stops.
        }
    }
}
