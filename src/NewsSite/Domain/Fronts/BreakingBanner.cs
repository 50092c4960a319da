namespace NewsSite.Domain.Fronts;

/// <summary>A line of news above the lead, for some hours.</summary>
/// <param name="Text">Plain text of one line.</param>
/// <param name="ArticleId">Where it leads, once readers can see that article.</param>
/// <param name="Until">When it goes away by itself (UTC).</param>
public sealed record BreakingBanner(string Text, long? ArticleId, DateTimeOffset Until)
{
    public const int MaxTextLength = 200;

    public const int MaxHours = 24;

    public bool ShowsAt(DateTimeOffset now) => Until > now;
}
