namespace NewsSite.Summaries;

/// <summary>How <see cref="ForestSummarizer"/> picks.</summary>
public sealed record SummaryOptions
{
    /// <summary>
    /// When <see langword="true"/>, only the trained method: two to four sentences, no rules for questions, dangling
    /// starts or figures. Default <see langword="false"/>.
    /// </summary>
    public bool Plain { get; init; }
}
