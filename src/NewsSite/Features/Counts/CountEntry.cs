namespace NewsSite.Features.Counts;

/// <summary>What was counted of one article on one day.</summary>
/// <param name="Day">Of the site's calendar.</param>
public sealed record CountEntry(long ArticleId, DateOnly Day, int Reads, int SummaryOpens);
