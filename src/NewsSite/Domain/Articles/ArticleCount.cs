namespace NewsSite.Domain.Articles;

/// <summary>How often one article was read on one day. Of whoever read it, nothing is kept.</summary>
/// <remarks>Rows are written by the one statement of <c>Features/Counts/CountKeeper.cs</c>.</remarks>
public sealed class ArticleCount
{
    private ArticleCount()
    {
    }

    public long ArticleId { get; private set; }

    /// <summary>Of the site's calendar, as it was when the article was read.</summary>
    public DateOnly Day { get; private set; }

    public int Reads { get; private set; }

    public int SummaryOpens { get; private set; }
}
