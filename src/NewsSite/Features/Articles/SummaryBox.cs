namespace NewsSite.Features.Articles;

/// <summary>One of the two places on an article page that offer the summary.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Language">BCP 47 of the article, and so of the sentences.</param>
public sealed record SummaryBox(string Id, string Language, SummaryView Summary);
