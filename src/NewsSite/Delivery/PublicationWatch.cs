using System.Data.Common;
using NewsSite.Data;

namespace NewsSite.Delivery;

/// <summary>Hears of changes at once when this process makes them, and within a second when another does: the command line, say.</summary>
internal sealed partial class PublicationWatch(PublicationFeed feed, PublicationBell bell, TimeProvider clock, ILogger<PublicationWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await feed.BeginAsync(cancellationToken);
        bell.Answer(feed.HearAsync);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        bell.Answer(null);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pause, clock, stoppingToken);
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops.
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            await feed.CatchUpAsync(ct);
        }
        catch (DbException e)
        {
            LogFailed(e); // the last good pages go on standing in
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The database does not say what has changed; the site asks again")]
    private partial void LogFailed(Exception e);
}
