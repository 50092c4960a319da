using NewsSite.Domain.Taxonomy;

namespace NewsSite.Domain.Articles;

/// <summary>One tag of an article.</summary>
public sealed class ArticleTag
{
    private ArticleTag()
    {
    }

    internal ArticleTag(Tag tag, int position) => (Tag, Position) = (tag, position);

    public long ArticleId { get; private set; }

    public long TagId { get; private set; }

    public Tag Tag { get; private set; } = null!;

    /// <summary>From 0.</summary>
    public int Position { get; private set; }

    internal void MoveTo(int position) => Position = position;
}
