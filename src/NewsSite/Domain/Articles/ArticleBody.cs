namespace NewsSite.Domain.Articles;

/// <summary>The text of an article, kept apart from the row that lists read.</summary>
public sealed class ArticleBody
{
    private ArticleBody()
    {
    }

    public ArticleBody(string markdown, string html) => (Markdown, Html) = (markdown, html);

    public long ArticleId { get; private set; }

    public string Markdown { get; private set; } = "";

    /// <summary>Safe HTML, made from <see cref="Markdown"/> when saved.</summary>
    public string Html { get; private set; } = "";

    public void Replace(string markdown, string html) => (Markdown, Html) = (markdown, html);
}
