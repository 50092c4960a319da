namespace NewsSite.Domain.Site;

/// <summary>For what machines may use what the site publishes. Advice: an honest crawler follows it, and nothing else makes one.</summary>
/// <param name="AllowsSearch">Into the index of search engines that answer in sentences.</param>
/// <param name="AllowsAnswers">Into the answer to somebody who asks about it.</param>
/// <param name="AllowsTraining">Into the training of models.</param>
/// <param name="Page">Slug of the content page with the terms for text and data mining.</param>
public sealed record CrawlerPolicy(bool AllowsSearch, bool AllowsAnswers, bool AllowsTraining, Slug? Page = null)
{
    /// <summary>What a new site says: readers may be led here, models may not be fed.</summary>
    public static readonly CrawlerPolicy Default = new(AllowsSearch: true, AllowsAnswers: true, AllowsTraining: false);
}
