using System.Threading.Channels;

namespace NewsSite.Delivery;

/// <summary>Compresses the pages that are asked for often as well as it goes, one at a time, behind everybody's back.</summary>
internal sealed class PagePolish : BackgroundService
{
    private const int WorthIt = 32;

    private readonly Channel<StoredPage> waiting = Channel.CreateBounded<StoredPage>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Somebody asked for the page.</summary>
    public void Asked(StoredPage page)
    {
        if (page.Asked < WorthIt && ++page.Asked == WorthIt) waiting.Writer.TryWrite(page);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var page in waiting.Reader.ReadAllAsync(stoppingToken)) page.Polish();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops.
        }
    }
}
