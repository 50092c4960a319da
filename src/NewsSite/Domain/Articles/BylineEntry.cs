using NewsSite.Domain.Staff;

namespace NewsSite.Domain.Articles;

/// <summary>One name in an article's byline.</summary>
public sealed class BylineEntry
{
    private BylineEntry()
    {
    }

    internal BylineEntry(Author author, int position) => (Author, Position) = (author, position);

    public long ArticleId { get; private set; }

    public long AuthorId { get; private set; }

    public Author Author { get; private set; } = null!;

    /// <summary>From 0.</summary>
    public int Position { get; private set; }

    internal void MoveTo(int position) => Position = position;
}
