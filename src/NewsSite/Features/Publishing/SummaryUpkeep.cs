using NewsSite.Features.Summaries;

namespace NewsSite.Features.Publishing;

/// <summary>Brings picked summaries up to the present method, through the desk, so that readers' pages follow.</summary>
public sealed class SummaryUpkeep(SummaryRebuild rebuild)
{
    /// <returns>How many summaries were made.</returns>
    public Task<int> RunAsync(CancellationToken ct) =>
        rebuild.RunAsync((services, id, summary, html) => services.GetRequiredService<PublishingDesk>().SummarizeAsync(id, summary, html, by: null, ct), ct);
}
